namespace Pix2Pix.Realtime.Rendering.Gui.Drawing;

/// <summary>What lies over what; a higher one takes the pointer from those below.</summary>
public enum UiLayer
{
    Panel,
    Dialog,
    Popup,
    Tip,
}
