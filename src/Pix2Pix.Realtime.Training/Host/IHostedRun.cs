using Pix2Pix.Realtime.Training.Runs;

namespace Pix2Pix.Realtime.Training.Host;

/// <summary>A run that the host started: on a thread of its own, or on ranks. Any thread.</summary>
internal interface IHostedRun
{
    /// <summary>Ends when the run is under way; faults where it could not start.</summary>
    Task Started { get; }

    /// <summary>Ends, well in any case, when the run is over and everything is saved.</summary>
    Task Ended { get; }

    bool IsOver { get; }

    /// <summary>There from the beginning, so that a stop counts however early it comes.</summary>
    IRunRequests Control { get; }
}
