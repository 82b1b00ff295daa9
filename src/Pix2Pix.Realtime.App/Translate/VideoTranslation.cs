using System.Diagnostics;
using Pix2Pix.Realtime.App.Sources;
using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;

namespace Pix2Pix.Realtime.App.Translate;

/// <summary>
/// A video file in, a video file out: every picture translated, rate and sound kept. One ffmpeg decodes and one encodes while the generator works between
/// them. The file appears under its name when it is whole; until then it is called <c>NAME.part.EXT</c>, and it is removed when anything fails.
/// </summary>
internal sealed class VideoTranslation(ITensorGenerator generator, LabelDecoder? snap)
{
    /// <param name="done">Called after each picture with how many there will be, about.</param>
    /// <returns>How many pictures were translated.</returns>
    /// <exception cref="UserException">ffmpeg is missing, can't read the file or can't write the other, e.g. on a full disk.</exception>
    public async Task<int> RunAsync(VideoFile video, string target, Action<int> done, CancellationToken cancellationToken)
    {
        var part = Path.ChangeExtension(target, $".part{Path.GetExtension(target)}");
        try
        {
            var pictures = await TranslateAsync(video, part, done, cancellationToken);
            File.Move(part, target);
            return pictures;
        }
        finally
        {
            File.Delete(part);
        }
    }

    private async Task<int> TranslateAsync(VideoFile video, string part, Action<int> done, CancellationToken cancellationToken)
    {
        var (into, outOf) = (generator.Info.Input, generator.Info.Output);
        using var input = new TensorBuffer(into);
        using var output = new TensorBuffer(outOf);
        var (picture, answer) = (new PixelImage(into.Width, into.Height), new PixelImage(outOf.Width, outOf.Height));
        var last = new byte[picture.Rgba.Length];
        using var decoder = FfmpegProcess.Start("ffmpeg", video.Decoding(new PixelSize(into.Width, into.Height)), start => start.RedirectStandardOutput = true, out var unread);
        using var decoderEnd = new Ending(decoder);
        using var encoder = FfmpegProcess.Start("ffmpeg", video.Encoding(new PixelSize(outOf.Width, outOf.Height), part), start => start.RedirectStandardInput = true, out var unwritten);
        using var encoderEnd = new Ending(encoder);
        var pictures = 0;
        try
        {
            while (await decoder.StandardOutput.BaseStream.ReadAtLeastAsync(picture.Rgba, picture.Rgba.Length, throwOnEndOfStream: false, cancellationToken) == picture.Rgba.Length)
            {
                // A video without a steady rate repeats pictures, and the same one has the same answer.
                if (pictures == 0 || !picture.Rgba.AsSpan().SequenceEqual(last))
                {
                    picture.Rgba.CopyTo(last, 0);
                    PixelConvert.Encode(snap is null ? picture : snap.Encode(snap.Decode(picture, out _)), input.Values, into);
                    generator.Translate(input, output);
                    PixelConvert.Decode(output.Values, outOf, answer);
                }

                await encoder.StandardInput.BaseStream.WriteAsync(answer.Rgba, cancellationToken);
                pictures++;
                done(Math.Max(video.Pictures, pictures));
            }

            encoder.StandardInput.Close();
        }
        catch (IOException)
        {
            // The encoder went away; what it said and its exit code follow below.
        }

        await encoder.WaitForExitAsync(cancellationToken);
        if (encoder.ExitCode != 0)
        {
            throw new UserException(TranslateTexts.VideoNotWritten(pictures, unwritten));
        }

        await decoder.WaitForExitAsync(cancellationToken);
        return decoder.ExitCode == 0 && pictures > 0
            ? pictures
            : throw new UserException(TranslateTexts.VideoEnds(video.Path, pictures, unread));
    }

    /// <summary>Ends a child that is still there when the work is left early.</summary>
    private readonly struct Ending(Process child) : IDisposable
    {
        public void Dispose()
        {
            if (!child.HasExited)
            {
                child.Kill(entireProcessTree: true);
                child.WaitForExit();
            }
        }
    }
}
