using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Rendering.Gui.Drawing;
using Pix2Pix.Realtime.Rendering.Windowing;

namespace Pix2Pix.Realtime.Rendering.Gui.Controls;

/// <summary>Modal dialogs.</summary>
internal static class Dialogs
{
    private const float ConfirmWidth = 400;
    private const float TitleHeight = 40;

    /// <summary>A window within the window; nothing below it can be used while it is declared.</summary>
    /// <param name="ui">The frame's GUI.</param>
    /// <param name="title">Its title, which also tells it from others.</param>
    /// <param name="width">Points; less where the window is smaller.</param>
    /// <param name="height">Points; less where the window is smaller.</param>
    public static DialogScope Dialog(this Ui ui, string title, float width, float height)
    {
        var margin = ui.Px(Theme.ColumnGap);
        var size = new PixelSize(Math.Min(ui.Px(width), ui.Size.Width - (2 * margin)), Math.Min(ui.Px(height), ui.Size.Height - (2 * margin)));
        var rect = new PixelRect((ui.Size.Width - size.Width) / 2, (ui.Size.Height - size.Height) / 2, size.Width, size.Height);
        var padding = ui.Px(Theme.PanelPadding);
        var content = PixelRect.FromEdges(rect.X + padding, rect.Y + ui.Px(TitleHeight), rect.Right - padding, rect.Bottom - padding);
        _ = ui.Scope(title);
        var window = new PixelRect(ui.Size);
        _ = ui.Region(UiLayer.Dialog, window, content, isModal: true);
        ui.Paint.Fill(window, Theme.Shade);
        ui.Paint.Fill(rect, Theme.Panel, Theme.PopupRadius * ui.Scale);
        ui.Paint.Edge(rect, Theme.PopupEdge, ui.Px(Theme.EdgeThickness), Theme.PopupRadius * ui.Scale);
        ui.Paint.Text(content with { Y = rect.Y, Height = ui.Px(TitleHeight) }, title, TextStyle.Heading, Theme.Text);

        // An open drop-down closes first.
        return new DialogScope(ui, isDismissed: !ui.HasPopup && ui.Input.TakeKey(Key.Escape));
    }

    /// <summary>A question with two answers. Escape is no, and so is Enter where yes loses something. Declare it while it is open, after everything else.</summary>
    /// <param name="ui">The frame's GUI.</param>
    /// <param name="question">In a few words.</param>
    /// <param name="text">What happens with either answer.</param>
    /// <param name="yes">What yes does.</param>
    /// <param name="no">What no does.</param>
    /// <param name="losesSomething">Whether yes can't be taken back: then it takes a deliberate click.</param>
    public static Answer Confirm(this Ui ui, string question, string text, string yes = "Yes", string no = "Cancel", bool losesSomething = false)
    {
        Span<Range> lines = stackalloc Range[12];
        var count = TextWrap.Lines(ui, text, ui.Px(ConfirmWidth - (2 * Theme.PanelPadding)), lines);
        var height = TitleHeight + (count * Theme.LineHeight) + Theme.PanelPadding + Theme.ControlHeight + Theme.PanelPadding;
        using (var dialog = ui.Dialog(question, ConfirmWidth, height))
        {
            ui.Note(text, Theme.Text);
            ui.Space(Theme.PanelPadding - Theme.RowGap);
            using (ui.Row(Track.Fill, 120, 120))
            {
                ui.Label("");
                var isNo = ui.Button(no, key: losesSomething ? Key.Enter : Shortcut.None, isPrimary: losesSomething) || dialog.IsDismissed;
                var isYes = ui.Button(yes, key: losesSomething ? Shortcut.None : Key.Enter, isPrimary: !losesSomething) && !isNo;
                if (isYes || isNo)
                {
                    ui.EndDialog();
                }

                return isYes ? Answer.Yes : isNo ? Answer.No : Answer.NotYet;
            }
        }
    }
}
