using Pix2Pix.Realtime.Images;

namespace Pix2Pix.Realtime.App.Training;

/// <summary>One sample sheet of a run. UI thread.</summary>
/// <param name="step">After which it was drawn.</param>
/// <param name="file">The PNG on the host.</param>
internal sealed class SampleSheet(long step, string file)
{
    public long Step { get; } = step;

    public string File { get; } = file;

    /// <summary>Its first output, small; null = not read yet, or it can't be.</summary>
    public PixelImage? Small { get; set; }

    public bool WasRead { get; set; }
}
