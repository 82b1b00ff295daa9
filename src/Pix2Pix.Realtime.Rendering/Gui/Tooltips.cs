using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Rendering.Gui.Drawing;

namespace Pix2Pix.Realtime.Rendering.Gui;

/// <summary>Shows what a control is for after the pointer has rested on it. Thread contract: the UI thread.</summary>
internal sealed class Tooltips
{
    private const float MostWidth = 280;
    private const float Distance = 6;
    private const float Padding = 8;

    private ulong _id;
    private TimeSpan _since;
    private string _text = "";
    private Shortcut _key;
    private PixelRect _of;
    private bool _isOffered;

    /// <summary>Offers the text for the control declared last; call it when the pointer is over that.</summary>
    public void Offer(Ui ui, ReadOnlySpan<char> text, Shortcut key)
    {
        if (ui.LastId != _id)
        {
            (_id, _since) = (ui.LastId, ui.Now);
        }

        _text = text.SequenceEqual(_text) ? _text : text.ToString();
        (_key, _of, _isOffered) = (key, ui.LastRect, true);
    }

    public void Show(Ui ui)
    {
        if (!_isOffered || ui.Input.Active != 0)
        {
            // A press means that the user knows what it is for.
            (_id, _isOffered) = (0, false);
            return;
        }

        _isOffered = false;
        var rested = ui.Now - _since;
        if (rested < Theme.TooltipDelay)
        {
            ui.Wake(Theme.TooltipDelay - rested);
            return;
        }

        Draw(ui);
    }

    private void Draw(Ui ui)
    {
        Span<Range> lines = stackalloc Range[12];
        var inside = ui.Px(MostWidth) - (2 * ui.Px(Padding));
        var key = _key.Text(ui.Keyboard);
        var count = TextWrap.Lines(ui, _text, inside, lines);
        var width = ui.TextWidth(key);
        foreach (var line in lines[..count])
        {
            width = Math.Max(width, ui.TextWidth(_text.AsSpan(line)));
        }

        var lineHeight = ui.Px(Theme.LineHeight);
        var height = ((count + (key.Length > 0 ? 1 : 0)) * lineHeight) + (2 * ui.Px(Padding / 2));
        var rect = Place(ui, new PixelSize((int)MathF.Ceiling(width) + (2 * ui.Px(Padding)), height));
        var paint = ui.Paint;

        // No region of its own: a tooltip must not take the pointer from what lies under it.
        (paint.Layer, paint.Clip) = (UiLayer.Tip, new PixelRect(ui.Size));
        paint.Fill(rect, Theme.Popup, Theme.CornerRadius * ui.Scale);
        paint.Edge(rect, Theme.PopupEdge, ui.Px(Theme.EdgeThickness), Theme.CornerRadius * ui.Scale);
        var row = new PixelRect(rect.X + ui.Px(Padding), rect.Y + ui.Px(Padding / 2), rect.Width - (2 * ui.Px(Padding)) + 1, lineHeight);
        foreach (var line in lines[..count])
        {
            paint.Text(row, _text.AsSpan(line), TextStyle.Body, Theme.Text);
            row = row with { Y = row.Y + lineHeight };
        }

        paint.Text(row, key, TextStyle.Body, Theme.TextDim);
    }

    /// <summary>Below the control, or above it where there is no room.</summary>
    private PixelRect Place(Ui ui, PixelSize size)
    {
        var distance = ui.Px(Distance);
        var x = Math.Clamp(_of.X, 0, Math.Max(0, ui.Size.Width - size.Width));
        var y = _of.Bottom + distance + size.Height <= ui.Size.Height ? _of.Bottom + distance : _of.Y - distance - size.Height;
        return new PixelRect(x, Math.Max(0, y), size.Width, size.Height);
    }
}
