using System.Globalization;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Rendering.Gui.Drawing;
using Pix2Pix.Realtime.Rendering.Windowing;

namespace Pix2Pix.Realtime.Rendering.Gui.Controls;

/// <summary>Text boxes.</summary>
internal static class TextBoxes
{
    private const float StepperWidth = 20;

    /// <summary>One line of text. Enter finishes, Escape takes it back, Ctrl+A/C/X/V as everywhere.</summary>
    /// <param name="ui">The frame's GUI.</param>
    /// <param name="label">Its name.</param>
    /// <param name="text">Changed as it is typed.</param>
    /// <param name="placeholder">What to say while it is empty.</param>
    /// <param name="tooltip">What for, in a sentence.</param>
    /// <param name="isWrong">Whether the text can't be used.</param>
    /// <param name="isEnabled">Whether it can be typed into.</param>
    public static Typed TextBox(
        this Ui ui, string label, ref string text, string placeholder = "", string? tooltip = null, bool isWrong = false, bool isEnabled = true)
    {
        var rect = ui.Labelled(label, Theme.ControlHeight, isEnabled);
        var id = ui.Id(label);
        var typed = ui.State<TextField>(id).Run(ui, id, rect, ref text, placeholder, isWrong, isEnabled, out var did);
        ui.Tip(did, tooltip);
        return typed;
    }

    /// <summary>A whole number that is typed or stepped.</summary>
    /// <inheritdoc cref="Number(Ui, string, ref double, double, double, double, string, string?, bool)"/>
    public static bool Number(this Ui ui, string label, ref int value, int least, int most, int step = 1, string? tooltip = null, bool isEnabled = true)
    {
        double number = value;
        var isChanged = Number(ui, label, ref number, least, most, step, "0", tooltip, isEnabled);
        value = (int)Math.Round(number);
        return isChanged;
    }

    /// <summary>A number that is typed, or stepped by its two buttons and the up and down keys.</summary>
    /// <param name="ui">The frame's GUI.</param>
    /// <param name="label">Its name.</param>
    /// <param name="value">Changed when the user has finished.</param>
    /// <param name="least">Less than that becomes that.</param>
    /// <param name="most">More than that becomes that.</param>
    /// <param name="step">What one step adds.</param>
    /// <param name="format">How it is written, e.g. <c>0.00</c>.</param>
    /// <param name="tooltip">What for, in a sentence.</param>
    /// <param name="isEnabled">Whether it can be changed now.</param>
    /// <returns>Whether it changed in this frame.</returns>
    public static bool Number(
        this Ui ui, string label, ref double value, double least, double most, double step, string format = "0.####", string? tooltip = null, bool isEnabled = true)
    {
        var rect = ui.Labelled(label, Theme.ControlHeight, isEnabled);
        var id = ui.Id(label);
        var before = value;
        var stepper = ui.Px(StepperWidth);
        using (ui.Scope(label))
        {
            var minus = rect with { X = rect.Right - (2 * stepper), Width = stepper };
            value -= Stepper(ui, "less", minus, Icon.Minus, isEnabled && value > least) ? step : 0;
            value += Stepper(ui, "more", minus with { X = minus.Right }, Icon.Plus, isEnabled && value < most) ? step : 0;
        }

        var state = ui.State<NumberState>(id);
        if (!state.IsEdited && (state.Shown != value || state.Format != format))
        {
            (state.Shown, state.Format, state.Text) = (value, format, value.ToString(format, CultureInfo.InvariantCulture));
        }

        var isNumber = double.TryParse(state.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed) && double.IsFinite(parsed);
        var field = rect with { Width = rect.Width - (2 * stepper) - ui.Px(Theme.RowGap) };
        var typed = ui.State<TextField>(id).Run(ui, id, field, ref state.Text, "", !isNumber, isEnabled, out var did);
        ui.Tip(did, tooltip);
        if (did.IsFocused)
        {
            value += ui.Input.TakeKey(Key.Up) ? step : ui.Input.TakeKey(Key.Down) ? -step : 0;
        }

        state.IsEdited = typed == Typed.Edited || (state.IsEdited && typed != Typed.Entered && did.IsFocused);
        if (typed == Typed.Entered)
        {
            isNumber = double.TryParse(state.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out parsed) && double.IsFinite(parsed);
            value = isNumber ? parsed : value;
        }

        value = Math.Clamp(value, least, most);
        if (!state.IsEdited && (value != before || typed == Typed.Entered))
        {
            (state.Shown, state.Text) = (value, value.ToString(format, CultureInfo.InvariantCulture));
        }

        return value != before;
    }

    private static bool Stepper(Ui ui, string name, PixelRect rect, Icon icon, bool isEnabled)
    {
        var did = ui.Interact(ui.Id(name), rect, isEnabled, isFocusable: false);
        ui.PaintIcon(icon, rect, !isEnabled ? Theme.TextDisabled : did.IsHovered ? Theme.Text : Theme.TextDim, Theme.IconSize - 4);
        return did.IsClicked;
    }

    /// <summary>A number's text while it is typed.</summary>
    private sealed class NumberState
    {
        public string Text = "";
        public string Format = "";
        public double Shown = double.NaN;
        public bool IsEdited;
    }
}
