namespace Pix2Pix.Realtime.Training.Runs;

/// <summary>What may be asked of a run that somebody else is running. Any thread.</summary>
internal interface IRunRequests
{
    /// <summary>Ends the run after the current step; its state is saved.</summary>
    void Stop();

    void Pause();

    void Continue();

    /// <summary>Leaves the processor to others between steps: so long a rest after every step that an undisturbed one would take this share of the time.</summary>
    /// <param name="share">1 = no rest, down to above 0.</param>
    void Throttle(double share);

    /// <summary>Exports the generator after the current step.</summary>
    void RequestSnapshot();
}
