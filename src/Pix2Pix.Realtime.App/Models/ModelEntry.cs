using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Onnx.Foreign;

namespace Pix2Pix.Realtime.App.Models;

/// <summary>A generator in the gallery, and what a trial on this machine showed. Immutable; a trial makes another one.</summary>
/// <param name="Path">The .onnx file.</param>
/// <param name="Name">For a user: the run and step, or the file's name.</param>
/// <param name="Megabytes">The file's size.</param>
internal sealed record ModelEntry(string Path, string Name, double Megabytes)
{
    /// <summary>Its translation of the canvas; null before the trial.</summary>
    public PixelImage? Thumbnail { get; init; }

    /// <summary>The median time of a translation here, in milliseconds; NaN before the trial.</summary>
    public double Milliseconds { get; init; } = double.NaN;

    /// <summary>What it is; null before the trial, and where it can't be read.</summary>
    public ModelCard? Card { get; init; }

    /// <summary>Why it can't be used; empty when it can.</summary>
    public string Fault { get; init; } = "";
}
