using System.Globalization;
using System.IO.Pipes;
using System.Text.Json;
using Pix2Pix.Realtime.Hosting;
using Pix2Pix.Realtime.Training.Runs;

namespace Pix2Pix.Realtime.Training.Host;

/// <summary>
/// The wire between a host and rank 0 of the run that it started, a pipe of this machine and this user: there go events, a line of JSON each, here come requests, a word each.
/// Thread contract: the training thread; <see cref="Obey"/> listens on a thread of its own.
/// </summary>
internal sealed class RunWire : IDisposable
{
    /// <summary>Holds the pipe's name.</summary>
    public const string Variable = "PIX2PIX_RUN_PIPE";

    public const string Stop = "stop";
    public const string Pause = "pause";
    public const string Continue = "continue";
    public const string Snapshot = "snapshot";

    /// <summary>A share follows.</summary>
    public const string Throttle = "throttle ";

    private readonly NamedPipeClientStream _pipe;
    private readonly StreamWriter _events;

    private RunWire(string name)
    {
        _pipe = new NamedPipeClientStream(".", name, PipeDirection.InOut, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
        _pipe.Connect();
        _events = new StreamWriter(_pipe) { AutoFlush = true };
    }

    /// <summary>The wire to the host that started this run; null = a person did.</summary>
    public static RunWire? Find() => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } name ? new RunWire(name) : null;

    public void Say(TrainingEvent happened)
    {
        try
        {
            _events.WriteLine(JsonSerializer.Serialize(happened));
        }
        catch (IOException)
        {
            // The host is gone; the run hears that another way, saves and ends.
        }
    }

    /// <summary>Does what the host asks for from now on.</summary>
    public void Obey(RunControl control) => new Thread(() => Listen(control)) { Name = "requests", IsBackground = true }.Start();

    public void Dispose() => _pipe.Dispose();

    private void Listen(RunControl control)
    {
        try
        {
            using var requests = new StreamReader(_pipe, leaveOpen: true);
            while (requests.ReadLine() is { } word)
            {
                Do(control, word);
            }
        }
        catch (Exception fault) when (fault is IOException or ObjectDisposedException)
        {
            // The end of the host, or of the run.
        }
    }

    private static void Do(RunControl control, string word)
    {
        switch (word)
        {
            case Stop: control.Stop(); break;
            case Pause: control.Pause(); break;
            case Continue: control.Continue(); break;
            case Snapshot: control.RequestSnapshot(); break;
            default: control.Throttle(double.Parse(word[Throttle.Length..], CultureInfo.InvariantCulture)); break;
        }
    }
}
