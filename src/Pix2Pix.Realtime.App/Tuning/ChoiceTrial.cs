using Onnx;
using Pix2Pix.Realtime.Inference;
using Pix2Pix.Realtime.Onnx.Rewriting;

namespace Pix2Pix.Realtime.App.Tuning;

/// <summary>Finds the fastest way to run a generator of floats here by running it: each way challenges the best so far, in turns. Takes a second or two.</summary>
internal static class ChoiceTrial
{
    /// <summary>A challenger must be this much faster: less is noise.</summary>
    public const double Margin = 1.05;

    private const double MillisecondsEach = 200;
    private const int LeastTurns = 3;
    private const int MostTurns = 25;

    /// <param name="path">The generator's file.</param>
    /// <param name="model">The same, read.</param>
    /// <param name="options">How it is loaded otherwise.</param>
    public static RunChoice Fastest(string path, ModelProto model, LoadOptions options)
    {
        var best = RunChoice.Usual;
        foreach (var forms in Forms(model))
        {
            best = Better(path, options, best, best with { Forms = forms });
        }

        foreach (var threads in FewerThreads())
        {
            best = Better(path, options, best, best with { Threads = threads });
        }

        return best;
    }

    /// <summary>Every layer in the form in which it is the fastest alone, and all in the same: what layers gain alone they may lose between their neighbours.</summary>
    private static IEnumerable<string> Forms(ModelProto model)
    {
        var plain = ResizedConvolutions.Apply(PlainWeights.Apply(model));
        var count = TransposedConvolutions.Layers(plain).Count;
        return ((string[])[Each(plain), Same(TransposedForm.FourConvolutions), Same(TransposedForm.OneConvolution)]).Distinct().Except(["", Same(TransposedForm.Transposed)]);

        string Same(TransposedForm form) => RunChoice.Spell(Enumerable.Repeat(form, count));
    }

    /// <returns>Empty where layers can't be run alone, as those of a model that leaves its sides open.</returns>
    private static string Each(ModelProto plain)
    {
        try
        {
            return RunChoice.Spell(LayerTrial.Fastest(plain));
        }
        catch (UserException)
        {
            return "";
        }
    }

    /// <summary>All processors is the usual; hyper-threads share what a translation needs, so half of them may do as well.</summary>
    private static IEnumerable<int> FewerThreads() => Environment.ProcessorCount > 1 ? [Math.Min(Environment.ProcessorCount / 2, 8)] : [];

    private static RunChoice Better(string path, LoadOptions options, RunChoice best, RunChoice challenger)
    {
        try
        {
            using var holder = new BaselineRun(path, best.ApplyTo(options));
            using var other = new BaselineRun(path, challenger.ApplyTo(options));
            var turns = (int)Math.Clamp(MillisecondsEach / (InterleavedTiming.Time(holder.Run) + InterleavedTiming.Time(other.Run)), LeastTurns, MostTurns);
            return InterleavedTiming.With(holder.Run, other.Run, turns).Ratio > Margin ? challenger : best;
        }
        catch (UserException)
        {
            // A way that can't be gone is not the fastest.
            return best;
        }
    }
}
