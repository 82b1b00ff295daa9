using Pix2Pix.Realtime.Images;

namespace Pix2Pix.Realtime.App.Sources;

/// <summary>A source's picture at the model's size, reused for every third one.</summary>
internal sealed class SourceFrame(PixelSize size)
{
    public PixelImage Picture { get; } = new(size.Width, size.Height);

    /// <summary>When it had arrived, in <see cref="System.Diagnostics.Stopwatch"/> ticks.</summary>
    public long Ticks { get; set; }

    /// <summary>How long its reader had been sending pictures by then.</summary>
    public TimeSpan Played { get; set; }
}
