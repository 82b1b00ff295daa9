using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Pix2Pix.Realtime.App.Bench;

/// <summary>
/// Another runtime with the same generator, in a process of its own: it greets with one line of JSON, then translates once for each line that it is sent and answers with the
/// milliseconds that it took. Thread contract: one thread.
/// </summary>
internal sealed class Peer : IDisposable
{
    /// <summary>Sums in another order differ by this much on the -1..1 scale at most; another network differs by more.</summary>
    private const double MostDifference = 1e-2;

    private static readonly JsonSerializerOptions Names = new(JsonSerializerDefaults.Web);

    private readonly string _name;
    private readonly Process _process;
    private readonly List<double> _milliseconds = [];

    /// <param name="name">As in a sentence, e.g. <c>TensorFlow.js</c>.</param>
    /// <param name="start">How to start it.</param>
    /// <param name="isExact">Whether its answer must be ours; one of bytes only has to be near.</param>
    /// <exception cref="UserException">It does not start, or its answer is another.</exception>
    public Peer(string name, ProcessStartInfo start, bool isExact = true)
    {
        (start.RedirectStandardInput, start.RedirectStandardOutput) = (true, true);
        (_name, _process) = (name, Process.Start(start)!);
        var about = JsonSerializer.Deserialize<Greeting>(ReadLine(), Names)!;
        Console.Error.WriteLine(BenchTexts.PeerNote(name, about.Version, about.Threads, about.Difference));
        if (isExact && !(about.Difference <= MostDifference))
        {
            Dispose();
            throw new UserException(BenchTexts.PeerDiffers(name, MostDifference, about.Difference));
        }
    }

    /// <summary>Milliseconds of all translations so far.</summary>
    public IReadOnlyList<double> Milliseconds => _milliseconds;

    /// <summary>One translation.</summary>
    public void Translate()
    {
        _process.StandardInput.WriteLine();
        _process.StandardInput.Flush();
        _milliseconds.Add(double.Parse(ReadLine(), CultureInfo.InvariantCulture));
    }

    public void Dispose()
    {
        // The end of its input is the end of the process.
        _process.StandardInput.Close();
        if (!_process.WaitForExit(TimeSpan.FromSeconds(5)))
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private string ReadLine() => _process.StandardOutput.ReadLine()
        ?? throw new UserException(BenchTexts.PeerEnded(_name));

    private sealed record Greeting(string Version, int Threads, double? Difference);
}
