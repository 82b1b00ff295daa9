namespace Pix2Pix.Realtime.Rendering.Gui.Controls;

/// <summary>The interaction with a text box in this frame.</summary>
internal enum Typed
{
    Nothing,

    /// <summary>The text changed.</summary>
    Edited,

    /// <summary>The user finished: pressed Enter, or left a text that had changed.</summary>
    Entered,
}
