namespace Pix2Pix.Realtime.Rendering.Gui.Controls;

/// <summary>What a person answered in this frame.</summary>
public enum Answer
{
    NotYet,
    Yes,
    No,
}
