using System.Globalization;
using Pix2Pix.Realtime.Hosting;
using Pix2Pix.Realtime.Training.RunFiles;

namespace Pix2Pix.Realtime.Training.Logs;

/// <summary><c>train.log</c>: one line for each thing that happened, with the time in UTC, on the disk at once. Thread contract: the training thread.</summary>
internal sealed class TrainLog(string path, TimeProvider time, Action<string> warn) : IDisposable
{
    /// <summary>Losses come a few times a second; the log takes them this far apart.</summary>
    private static readonly TimeSpan BetweenSteps = TimeSpan.FromSeconds(10);

    private readonly AppendedFile _file = new(path, warn);
    private DateTimeOffset _lastStep;

    public void Hear(TrainingEvent happened)
    {
        var now = time.GetUtcNow();
        if (happened is StepDone)
        {
            if (now - _lastStep < BetweenSteps)
            {
                return;
            }

            _lastStep = now;
        }

        _file.AppendLine($"{now.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)} {EventText.Of(happened)}");
    }

    public void Dispose() => _file.Dispose();
}
