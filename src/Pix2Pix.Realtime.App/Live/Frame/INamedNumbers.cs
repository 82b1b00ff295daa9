namespace Pix2Pix.Realtime.App.Live.Frame;

/// <summary>A component with numbers that its table of properties can't list, because a file names them. Main thread.</summary>
internal interface INamedNumbers
{
    /// <summary>Sets one.</summary>
    /// <param name="name">In any case.</param>
    /// <returns>Null when it was accepted, else why it was not, as a sentence.</returns>
    string? TrySet(string name, double value);
}
