using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Pix2Pix.Realtime.App.Processes;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Inference;
using Pix2Pix.Realtime.Numerics;

namespace Pix2Pix.Realtime.App.Bench;

/// <summary>
/// Our translation against what else runs the same network with the same weights: ONNX Runtime for the web, TensorFlow.js on wasm (both in Node.js) and libtorch eager. All take
/// turns in one run. A speedup compares our int8 translation, which is what the program runs, with the peer's of floats.
/// </summary>
internal static class PeerBench
{
    private const int Rounds = 9;

    /// <summary>TensorFlow.js takes a hundred times as long as the others: it gets a turn in every second round.</summary>
    private const int SlowEvery = 2;

    /// <summary>Where the peers' script and packages are.</summary>
    private static string Folder => ProjectFolder.Under("tests", "Pix2Pix.Realtime.Benchmarks", "peers");

    /// <summary>The reason why they can't run, as a sentence; null = they can.</summary>
    public static string? Missing =>
        !HasNode() ? BenchTexts.NoNode(Folder)
        : !Directory.Exists(Path.Combine(Folder, "node_modules")) ? BenchTexts.NoPeers(Folder)
        : null;

    public static IReadOnlyList<BenchRow> Run()
    {
        using var generators = new WideGenerators();
        PeerNetwork.Write(generators.Floats, generators.Folder);
        var cpu = new LoadOptions { Provider = ExecutionProvider.Cpu };
        using var floats = new BaselineRun(generators.Floats, cpu);
        using var bytes = new BaselineRun(generators.Bytes, cpu);
        var threads = Environment.ProcessorCount.ToString(CultureInfo.InvariantCulture);
        using var web = new Peer(BenchTexts.OnnxRuntimeWeb, Node("ort-web.mjs", generators.Folder, Path.GetFileName(generators.Floats), threads));
        using var webBytes = new Peer(BenchTexts.SameInInt8, Node("ort-web.mjs", generators.Folder, Path.GetFileName(generators.Bytes), threads), isExact: false);
        using var tensorFlow = new Peer("TensorFlow.js", Node("tfjs-wasm.mjs", generators.Folder));
        using var torch = TrainingProgram.IsBuilt ? new Peer("libtorch", TrainingProgram.Start("bench-eager", generators.Folder)) : null;

        var (ours, oursOfFloats) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            Our();
            web.Translate();
            Our();
            webBytes.Translate();
            Our();
            torch?.Translate();
            if (round % SlowEvery == 0)
            {
                Our();
                tensorFlow.Translate();
            }
        }

        var (mine, mineOfFloats) = (new Measurements(ours), new Measurements(oursOfFloats));
        List<BenchRow> rows = [BenchRow.Of("peers.our_int8_ms", mine, "ms"), BenchRow.Of("peers.our_fp32_ms", mineOfFloats, "ms")];
        Add("ort_web", new Measurements(web.Milliseconds), atLeast: 8);
        rows.Add(new BenchRow("peers.ort_web.int8_speedup", new Measurements(webBytes.Milliseconds).Median / mine.Median, "", null));
        Add("tfjs_wasm", new Measurements(tensorFlow.Milliseconds), atLeast: 100);
        if (torch is not null)
        {
            Add("libtorch", new Measurements(torch.Milliseconds), atLeast: null);
        }

        return rows;

        void Our()
        {
            ours.Add(InterleavedTiming.Time(bytes.Run));
            oursOfFloats.Add(InterleavedTiming.Time(floats.Run));
        }

        void Add(string peer, Measurements times, double? atLeast)
        {
            rows.Add(BenchRow.Of($"peers.{peer}.ms", times, "ms"));
            var speedup = times.Median / mine.Median;
            rows.Add(atLeast is { } wanted ? BenchRow.Least($"peers.{peer}.speedup", speedup, "", wanted) : new BenchRow($"peers.{peer}.speedup", speedup, "", null));
            rows.Add(new BenchRow($"peers.{peer}.best_speedup", times.Least / mine.Least, "", null));
            rows.Add(new BenchRow($"peers.{peer}.fp32_speedup", times.Median / mineOfFloats.Median, "", null));
        }
    }

    private static ProcessStartInfo Node(string script, params IEnumerable<string> arguments) => new(ProgramPath.Of("node"), [Path.Combine(Folder, script), .. arguments]);

    private static bool HasNode()
    {
        try
        {
            using var node = Process.Start(new ProcessStartInfo(ProgramPath.Of("node"), ["--version"]) { RedirectStandardOutput = true });
            node!.WaitForExit();
            return node.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
