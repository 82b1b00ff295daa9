namespace Pix2Pix.Realtime.Rendering.Gui.Controls;

/// <summary>The answer to a dialog in this frame.</summary>
internal enum Answer
{
    NotYet,
    Yes,
    No,
}
