using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Rendering.Gui.Drawing;

namespace Pix2Pix.Realtime.Rendering.Gui;

/// <summary>How a toast is coloured.</summary>
internal enum ToastKind
{
    Note,
    Done,
    Warning,
    Fault,
}

/// <summary>
/// Sentences that appear for a few seconds over the bottom of the window, or over its top while a dialog is open; a click sends one away, or does what it offers.
/// Thread contract: <see cref="Add"/> any thread, the rest the UI thread.
/// </summary>
internal sealed class Toasts
{
    private const float Width = 420;
    private const float Padding = 12;
    private const float Margin = 40;
    private const float StripeWidth = 3;
    private const int Most = 4;

    /// <summary>A user reads about 20 characters a second, and has to notice it first.</summary>
    private static readonly TimeSpan TimePerCharacter = TimeSpan.FromMilliseconds(50);

    private readonly Lock _lock = new();
    private readonly List<Toast> _toasts = [];

    /// <summary>Shows a sentence. The same one again only lives longer.</summary>
    /// <param name="text">The sentence.</param>
    /// <param name="kind">Its colour.</param>
    /// <param name="offer">What a click does, in a few words, and how; null = it sends the sentence away.</param>
    public void Add(string text, ToastKind kind = ToastKind.Note, (string Words, Action Act)? offer = null)
    {
        lock (_lock)
        {
            _toasts.RemoveAll(toast => toast.Text == text);
            _toasts.Add(new Toast(text, kind) { Offer = offer });
            if (_toasts.Count > Most)
            {
                _toasts.RemoveAt(0);
            }
        }
    }

    internal void Show(Ui ui)
    {
        Action? act = null;
        lock (_lock)
        {
            var isBelow = ui.LowestLayer == UiLayer.Panel;
            var edge = isBelow ? ui.Size.Height - ui.Px(Margin) : ui.Px(Theme.ColumnGap);
            for (var i = _toasts.Count - 1; i >= 0; i--)
            {
                var toast = _toasts[i];
                toast.Until ??= ui.Now + Theme.ToastTime + (TimePerCharacter * toast.Text.Length);
                if (ui.Now >= toast.Until || Draw(ui, toast, isBelow, ref edge))
                {
                    act = toast.IsTaken ? toast.Offer?.Act : act;
                    _toasts.RemoveAt(i);
                    ui.Wake(TimeSpan.Zero);
                }
                else
                {
                    ui.Wake(toast.Until.Value - ui.Now);
                }
            }
        }

        // It may have something to say itself.
        act?.Invoke();
    }

    /// <returns>Whether the user clicked it away.</returns>
    private static bool Draw(Ui ui, Toast toast, bool isBelow, ref int edge)
    {
        Span<Range> lines = stackalloc Range[8];
        var width = Math.Min(ui.Px(Width), ui.Size.Width - (2 * ui.Px(Padding)));
        var count = TextWrap.Lines(ui, toast.Text, width - (2 * ui.Px(Padding)), lines);
        var lineHeight = ui.Px(Theme.LineHeight);
        var height = ((count + (toast.Offer is null ? 0 : 1)) * lineHeight) + (2 * ui.Px(Padding / 2));
        var rect = new PixelRect((ui.Size.Width - width) / 2, isBelow ? edge - height : edge, width, height);
        edge = isBelow ? rect.Y - ui.Px(Theme.ColumnGap) : rect.Bottom + ui.Px(Theme.ColumnGap);
        using (ui.Region(UiLayer.Tip, rect, rect))
        {
            var did = ui.Interact(Hash64.Add(Hash64.Seed, toast.Text), rect, isFocusable: false);
            ui.Paint.Fill(rect, did.IsHovered ? Theme.ControlHover : Theme.Popup, Theme.PopupRadius * ui.Scale);
            ui.Paint.Fill(rect with { Width = ui.Px(StripeWidth) }, Color(toast.Kind));
            ui.Paint.Edge(rect, Theme.PopupEdge, ui.Px(Theme.EdgeThickness), Theme.PopupRadius * ui.Scale);
            var row = new PixelRect(rect.X + ui.Px(Padding), rect.Y + ui.Px(Padding / 2), rect.Width - (2 * ui.Px(Padding)) + 1, lineHeight);
            foreach (var line in lines[..count])
            {
                ui.Paint.Text(row, toast.Text.AsSpan(line), TextStyle.Body, Theme.Text);
                row = row with { Y = row.Y + lineHeight };
            }

            if (toast.Offer is { } offer)
            {
                ui.Paint.Text(row, offer.Words, TextStyle.Body, did.IsHovered ? Theme.AccentHover : Theme.Accent);
                toast.IsTaken = did.IsClicked;
            }

            return did.IsClicked;
        }
    }

    private static Color Color(ToastKind kind) => kind switch
    {
        ToastKind.Done => Theme.Good, ToastKind.Warning => Theme.Warning, ToastKind.Fault => Theme.Bad, _ => Theme.Accent,
    };

    private sealed class Toast(string text, ToastKind kind)
    {
        public string Text { get; } = text;

        public ToastKind Kind { get; } = kind;

        public TimeSpan? Until { get; set; }

        public (string Words, Action Act)? Offer { get; init; }

        /// <summary>Whether a click took the offer.</summary>
        public bool IsTaken { get; set; }
    }
}
