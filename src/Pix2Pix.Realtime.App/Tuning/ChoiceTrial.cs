using System.Diagnostics;
using Onnx;
using Pix2Pix.Realtime.Inference;
using Pix2Pix.Realtime.Onnx.Rewriting;

namespace Pix2Pix.Realtime.App.Tuning;

/// <summary>Finds the fastest way to run a generator here by running it: each way challenges the best so far, in turns. Takes about a second.</summary>
internal static class ChoiceTrial
{
    /// <summary>A challenger must be this much faster: less is noise.</summary>
    private const double Margin = 0.95;

    private const double MillisecondsEach = 200;
    private const int LeastTurns = 3;
    private const int MostTurns = 25;

    /// <param name="path">The generator's file.</param>
    /// <param name="model">The same, read.</param>
    /// <param name="options">How it is loaded otherwise.</param>
    public static RunChoice Fastest(string path, ModelProto model, LoadOptions options)
    {
        var best = RunChoice.Usual;
        foreach (var form in Forms(model))
        {
            best = Better(path, options, best, best with { Form = form });
        }

        foreach (var threads in FewerThreads())
        {
            best = Better(path, options, best, best with { Threads = threads });
        }

        return best;
    }

    private static IEnumerable<TransposedForm> Forms(ModelProto model) =>
        model.Graph.Node.Any(node => node.OpType == "ConvTranspose") ? [TransposedForm.FourConvolutions, TransposedForm.OneConvolution] : [];

    /// <summary>All processors is the usual; hyper-threads share what a translation needs, so half of them may do as well.</summary>
    private static IEnumerable<int> FewerThreads() => Environment.ProcessorCount > 1 ? [Math.Min(Environment.ProcessorCount / 2, 8)] : [];

    private static RunChoice Better(string path, LoadOptions options, RunChoice best, RunChoice challenger)
    {
        try
        {
            using var holder = new BareRun(path, best.ApplyTo(options));
            using var other = new BareRun(path, challenger.ApplyTo(options));
            var start = Stopwatch.GetTimestamp();
            holder.Run();
            other.Run();
            var turns = (int)Math.Clamp(MillisecondsEach / Stopwatch.GetElapsedTime(start).TotalMilliseconds, LeastTurns, MostTurns);
            var (old, fresh) = TakeTurns.Medians(holder.Run, other.Run, turns);
            return fresh < old * Margin ? challenger : best;
        }
        catch (UserException)
        {
            // A way that can't be gone is not the fastest.
            return best;
        }
    }
}
