namespace Pix2Pix.Realtime.Rendering.Gui.Drawing;

/// <summary>Stacking order; a higher layer takes the pointer from those below.</summary>
internal enum UiLayer
{
    Panel,
    Dialog,
    Popup,
    Tip,
}
