using System.Threading.Channels;
using Pix2Pix.Realtime.App.CommandLine;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Inference;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Ranks;
using Pix2Pix.Realtime.Styles;
using Spectre.Console.Cli;

namespace Pix2Pix.Realtime.App.Translate;

/// <summary>
/// <c>pix2pix translate</c>: pictures in, pictures out, names kept. Files are decoded and written by other threads while the generator works, so that
/// a folder takes as long as its translations. A picture that can't be read is counted and the rest continues; then the exit code is 1. A video file becomes
/// another video file. Ranks of <c>mpirun</c> share the pictures; rank 0 alone speaks, and translates a video.
/// </summary>
internal sealed class TranslateCommand : AsyncCommand<TranslateOptions>
{
    /// <summary>Pictures in memory on either side of the generator.</summary>
    private const int Ahead = 8;

    public override async Task<int> ExecuteAsync(CommandContext context, TranslateOptions options, CancellationToken cancellationToken)
    {
        var ranks = RankGroup.Join();
        var tasks = ranks.Together(() => TranslationTask.Plan(options.Inputs, options.Output));
        if (tasks is [{ IsVideo: true }])
        {
            ranks.Leave();
            if (ranks.Rank > 0)
            {
                return 0;
            }
        }

        var say = ranks.Rank == 0 ? Console.Error.WriteLine : (Action<string>)(_ => { });
        var video = tasks is [{ IsVideo: true } only] ? await VideoFile.LookAsync(only.Source, cancellationToken) : null;
        using var generator = video is null ? ranks.Together(() => Load(options)) : Load(options);
        foreach (var assumption in generator.Info.Assumptions)
        {
            say(TranslateTexts.Assumed(assumption));
        }

        foreach (var remark in options.Inputs.Where(Directory.Exists).Select(folder => PictureFolder.Describe(PictureFolder.Open(folder).PassedOver)).OfType<string>())
        {
            say(remark);
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(tasks[0].Target))!);
        var snap = !options.AsIs && generator.Info.Palette.Length > 0 ? new LabelDecoder(PaletteFile.Load(generator.Info.Palette)) : null;
        if (video is not null)
        {
            var pictures = 0;
            await WorkProgress.RunAsync("translating", video.Pictures, async done =>
                pictures = await new VideoTranslation(generator, snap).RunAsync(video, tasks[0].Target, done, cancellationToken));
            Console.WriteLine(TranslateTexts.VideoTranslated(pictures, video.Path, generator.Info.Name, generator.Info.Runs, tasks[0].Target));
            return 0;
        }

        IReadOnlyList<TranslationTask> share = [.. tasks.Where((_, index) => index % ranks.Count == ranks.Rank)];
        var own = new List<string>();
        await WorkProgress.RunAsync("translating", share.Count, done => RunAsync(share, generator, snap, own, () => done(share.Count), cancellationToken));
        var faults = ranks.Spread(ranks.Count, _ => own).SelectMany(one => one).ToList();
        ranks.Leave();
        if (ranks.Rank > 0)
        {
            return 0;
        }

        foreach (var fault in faults)
        {
            Console.Error.WriteLine(TranslateTexts.Skipped(fault));
        }

        var written = tasks.Count - faults.Count;
        Console.WriteLine(written == 0
            ? TranslateTexts.NothingWritten
            : TranslateTexts.PicturesTranslated(written, tasks.Count, generator.Info.Name, generator.Info.Runs, options.Output));
        return faults.Count == 0 ? 0 : 1;
    }

    private static ITensorGenerator Load(TranslateOptions options)
    {
        var model = options.Model ?? ProjectFolder.Under("sample-scenes", "facades.onnx");
        var generator = GeneratorLoader.Load(model, new LoadOptions
        {
            Provider = options.Provider, TimeLimit = TimeSpan.FromSeconds(options.LoadLimit), Size = options.SizeOfModel(), Range = options.RangeOfModel(), Palette = PaletteFile.Load(options.Palette),
        });
        if (options.Style is { } style)
        {
            StyleChoice.Set(style, generator.Style, model);
        }

        return generator;
    }

    private static async Task RunAsync(
        IReadOnlyList<TranslationTask> tasks, ITensorGenerator generator, LabelDecoder? snap, List<string> faults, Action done, CancellationToken cancellationToken)
    {
        var decoded = Channel.CreateBounded<(string Target, PixelImage? Picture)>(Ahead);
        var translated = Channel.CreateBounded<(string Target, PixelImage Picture)>(Ahead);
        var shape = generator.Info.Input;
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var decoding = Guard(decoded.Writer, async () =>
        {
            var next = 0;
            await Parallel.ForAsync(0, Math.Min(2, Environment.ProcessorCount), ended.Token, async (_, cancel) =>
            {
                for (var i = Interlocked.Increment(ref next) - 1; i < tasks.Count; i = Interlocked.Increment(ref next) - 1)
                {
                    await decoded.Writer.WriteAsync((tasks[i].Target, Read(tasks[i].Source, shape, snap, faults)), cancel);
                }
            });
        });
        var translating = Guard(translated.Writer, async () =>
        {
            using var input = new TensorBuffer(shape);
            using var output = new TensorBuffer(generator.Info.Output);
            await foreach (var (target, picture) in decoded.Reader.ReadAllAsync(ended.Token))
            {
                if (picture is null)
                {
                    done();
                    continue;
                }

                PixelConvert.Encode(picture, input.Values, shape);
                if (!TryTranslate(generator, input, output, target, faults))
                {
                    done();
                    continue;
                }

                var answer = new PixelImage(output.Shape.Width, output.Shape.Height);
                PixelConvert.Decode(output.Values, output.Shape, answer);
                await translated.Writer.WriteAsync((target, answer), ended.Token);
            }
        });
        try
        {
            await foreach (var (target, picture) in translated.Reader.ReadAllAsync(cancellationToken))
            {
                Write(target, picture, faults);
                done();
            }
        }
        finally
        {
            await ended.CancelAsync();
            await Task.WhenAll(decoding, translating);
        }
    }

    /// <summary>A picture that the generator has no answer to is written down, and the rest goes on.</summary>
    private static bool TryTranslate(ITensorGenerator generator, TensorBuffer input, TensorBuffer output, string target, List<string> faults)
    {
        try
        {
            generator.Translate(input, output);
            return true;
        }
        catch (PictureException fault)
        {
            lock (faults)
            {
                faults.Add($"'{target}': {fault.Message}");
            }

            return false;
        }
    }

    /// <summary>Runs one stage on the pool; its fault, if any, is thrown by the stage that reads from it.</summary>
    private static Task Guard<T>(ChannelWriter<T> into, Func<Task> stage) => Task.Run(async () =>
    {
        try
        {
            await stage();
            into.TryComplete();
        }
        catch (Exception fault)
        {
            into.TryComplete(fault);
        }
    });

    /// <summary>Writes a translation; one that can't be written is written down, and the rest goes on.</summary>
    private static void Write(string target, PixelImage picture, List<string> faults)
    {
        try
        {
            ImageFile.Save(target, picture, isDurable: false);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            lock (faults)
            {
                faults.Add(TranslateTexts.NotWritten(target, fault.Message));
            }
        }
    }

    /// <summary>Reads a picture at the generator's size; null where it can't be read, which is written down.</summary>
    private static PixelImage? Read(string source, FrameShape shape, LabelDecoder? snap, List<string> faults)
    {
        try
        {
            var picture = ImageFile.Load(source);
            return snap is null
                ? ImageFile.ResizeBicubic(picture.OnWhite(), shape.Width, shape.Height)
                : snap.Encode(LabelMapFile.Resize(snap.Decode(picture, out _), shape.Width, shape.Height));
        }
        catch (UserException fault)
        {
            lock (faults)
            {
                faults.Add(fault.Message);
            }

            return null;
        }
    }
}
