namespace Pix2Pix.Realtime.Rendering.Gui.Controls;

/// <summary>The interaction with a list in this frame.</summary>
internal enum ListAction
{
    Nothing,

    /// <summary>Chose an item, by a click or an arrow key.</summary>
    Chosen,

    /// <summary>Wants to go into it: a double click, or Enter.</summary>
    Opened,
}
