using Pix2Pix.Realtime.App.Live.Canvas;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Rendering.Gui;
using Pix2Pix.Realtime.Rendering.Gui.Controls;
using Pix2Pix.Realtime.Rendering.Gui.Drawing;

namespace Pix2Pix.Realtime.App.Live.Panels;

/// <summary>Buttons that show what they place.</summary>
internal static class StampButtons
{
    private const float Margin = 4;

    /// <summary>More parts than this are not told apart on a button.</summary>
    private const int MostParts = 200;

    /// <summary>A stamp of the person's own.</summary>
    /// <returns>Whether it was pressed.</returns>
    public static bool StampButton(this Ui ui, OwnStamp stamp, LabelCanvasComponent canvas, bool isChosen)
    {
        var rect = ui.Next(Theme.ControlHeight);
        var did = ui.Interact(ui.Id("stamp"), rect);
        ui.PaintFace(rect, did, isEnabled: true, isChosen);
        var (box, size) = (rect.Inflate(-ui.Px(Margin)), stamp.Tool.Size);
        var scale = Math.Min((double)box.Width / size.Width, (double)box.Height / size.Height);
        var (width, height) = (Math.Max((int)(size.Width * scale), 1), Math.Max((int)(size.Height * scale), 1));
        var picture = new PixelRect(box.X + ((box.Width - width) / 2), box.Y + ((box.Height - height) / 2), width, height);
        for (var i = 0; i < Math.Min(stamp.Tool.Parts.Count, MostParts); i++)
        {
            var part = stamp.Tool.Parts[i];
            ui.Paint.Fill(part.Within(picture), canvas.Colors.Of(part.ClassId));
        }

        ui.PaintFocus(did, rect);
        ui.Tip(did, stamp.Tip);
        return ui.IsPressed(did, Shortcut.None, isEnabled: true);
    }
}
