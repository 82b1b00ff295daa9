namespace Pix2Pix.Realtime.Rendering.Gui.Drawing;

/// <summary>The few kinds of text that the panel has.</summary>
internal enum TextStyle
{
    Body,
    Small,
    Heading,
}

/// <summary>Where text lies in its rectangle; it is always centred from top to bottom.</summary>
internal enum TextAlign
{
    Left,
    Centre,
    Right,
}
