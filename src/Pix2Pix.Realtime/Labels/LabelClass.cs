namespace Pix2Pix.Realtime.Labels;

/// <summary>One class of a palette.</summary>
/// <param name="Id">The byte that stands for the class in a <see cref="LabelMap"/>: 0..255.</param>
/// <param name="Name">What people call it, e.g. <c>window</c>; unique in its palette, ignoring case.</param>
/// <param name="Color">The exact colour in files and on the canvas; unique in its palette.</param>
/// <param name="Key">The key that picks it in the window; <c>'\0'</c> = none.</param>
/// <param name="DrawOrder">Elements with a higher number lie on top of those with a lower one.</param>
public sealed record LabelClass(byte Id, string Name, Rgb Color, char Key, int DrawOrder)
{
    /// <summary>What belongs to it, in a sentence for people; empty = its name says it.</summary>
    public string About { get; init; } = "";
}
