namespace Pix2Pix.Realtime.App.Live.Frame;

/// <summary>A component with a painting that lasts from one scene to the next.</summary>
internal interface IKeepsPainting
{
    /// <summary>Writes the painting now, if it is not written yet.</summary>
    /// <returns>Null where there is none, or it could not be written.</returns>
    KeptPainting? KeepPainting();
}
