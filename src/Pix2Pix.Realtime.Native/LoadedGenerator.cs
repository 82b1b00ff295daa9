using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Styles;

namespace Pix2Pix.Realtime.Native;

/// <summary>
/// A generator with the tensors that it works on, made once, so that a translation allocates nothing.
/// Thread contract: one thread at a time translates; beside it one writes <see cref="Submissions"/> and one reads <see cref="Answers"/>.
/// </summary>
internal sealed class LoadedGenerator : IDisposable
{
    private readonly ITensorGenerator _generator;
    private readonly TensorBuffer _input;
    private readonly TensorBuffer _output;
    private readonly Lazy<LatestExchange<TensorBuffer>> _submissions;
    private readonly Lazy<LatestExchange<TensorBuffer>> _answers;

    /// <param name="generator">Taken over.</param>
    public LoadedGenerator(ITensorGenerator generator)
    {
        _generator = generator;
        _input = new TensorBuffer(Info.Input);
        _output = new TensorBuffer(Info.Output);
        _submissions = new(() => new LatestExchange<TensorBuffer>(_ => new TensorBuffer(Info.Input)));
        _answers = new(() => new LatestExchange<TensorBuffer>(_ => new TensorBuffer(Info.Output)));
    }

    public GeneratorInfo Info => _generator.Info;

    /// <summary>The style of its translations, which any thread may set; null = it knows none.</summary>
    public StyleInput? Style => _generator.Style;

    /// <summary>Pictures for the worker; made when the first is submitted.</summary>
    public LatestExchange<TensorBuffer> Submissions => _submissions.Value;

    /// <summary>The results of the worker.</summary>
    public LatestExchange<TensorBuffer> Answers => _answers.Value;

    public void Translate(in NativeImage input, in NativeImage output)
    {
        RequireInput(input.Width, input.Height);
        RequireOutput(output.Width, output.Height);
        input.Encode(_input);
        _generator.Translate(_input, _output);
        output.Decode(_output);
    }

    /// <summary>Translates the newest submitted picture.</summary>
    /// <returns>Whether there was one.</returns>
    public bool TranslateSubmitted()
    {
        if (!Submissions.TryTake())
        {
            return false;
        }

        var (input, output) = (Submissions.Reading, Answers.Writing);
        _generator.Translate(input, output);
        output.Stamp = input.Stamp;
        Answers.Publish();
        return true;
    }

    /// <summary>Ends the translation that is running soon, if there is one. Any thread.</summary>
    public void Cancel() => _generator.Cancel();

    public void RequireInput(int width, int height) => RequireSize(width, height, Info.Input, "input");

    public void RequireOutput(int width, int height) => RequireSize(width, height, Info.Output, "output");

    public void Dispose()
    {
        _generator.Dispose();
        _input.Dispose();
        _output.Dispose();
        foreach (var exchange in (Lazy<LatestExchange<TensorBuffer>>[])[_submissions, _answers])
        {
            if (exchange.IsValueCreated)
            {
                exchange.Value.Dispose();
            }
        }
    }

    private static void RequireSize(int width, int height, FrameShape shape, string which)
    {
        if (width != shape.Width || height != shape.Height)
        {
            throw new StatusException(
                Status.InvalidArgument,
                $"Expected an {which} picture of {shape.Width}x{shape.Height}, found {width}x{height}; scale it to the generator's size.");
        }
    }
}
