using System.Globalization;
using System.Runtime.CompilerServices;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Rendering.Gui.Drawing;
using Pix2Pix.Realtime.Rendering.Windowing;

namespace Pix2Pix.Realtime.Rendering.Gui.Controls;

/// <summary>
/// Numbers that are dragged, or typed after a click on the number itself. A double click sets the usual value again. The wheel changes the number that the pointer is on and the
/// slider that has the keyboard; elsewhere it scrolls.
/// </summary>
internal static class Sliders
{
    private const float ValueWidth = 40;
    private const float TroughHeight = 4;
    private const float KnobSize = 14;
    private const float PageSteps = 10;

    /// <summary>A whole number.</summary>
    /// <param name="ui">The frame's GUI.</param>
    /// <param name="label">Its name.</param>
    /// <param name="value">Changed while the user drags.</param>
    /// <param name="least">The left end.</param>
    /// <param name="most">The right end.</param>
    /// <param name="tooltip">What for, in a sentence.</param>
    /// <param name="isEnabled">Whether it can be changed now.</param>
    /// <param name="usual">What a double click sets; null = it sets nothing.</param>
    /// <returns>Whether it changed in this frame.</returns>
    public static bool Slider(this Ui ui, string label, ref int value, int least, int most, string? tooltip = null, bool isEnabled = true, int? usual = null)
    {
        float number = value;
        if (!Slider(ui, label, ref number, least, most, step: 1, "0", tooltip, isEnabled, usual))
        {
            return false;
        }

        value = (int)number;
        return true;
    }

    /// <summary>A number. Arrow keys go one step, Page Up and Page Down ten, Home and End to the ends.</summary>
    /// <param name="ui">The frame's GUI.</param>
    /// <param name="label">Its name.</param>
    /// <param name="value">Changed while the user drags.</param>
    /// <param name="least">The left end.</param>
    /// <param name="most">The right end.</param>
    /// <param name="step">It is rounded to whole steps from the left end.</param>
    /// <param name="format">How it is written, e.g. <c>0.00</c>.</param>
    /// <param name="tooltip">What for, in a sentence.</param>
    /// <param name="isEnabled">Whether it can be changed now.</param>
    /// <param name="usual">What a double click sets; null = it sets nothing.</param>
    /// <returns>Whether it changed in this frame.</returns>
    public static bool Slider(
        this Ui ui, string label, ref float value, float least, float most, float step = 0.01f, string format = "0.00", string? tooltip = null, bool isEnabled = true, float? usual = null)
    {
        var rect = ui.Labelled(label, Theme.ControlHeight, isEnabled);
        var track = rect with { Width = Math.Max(ui.Px(KnobSize), rect.Width - ui.Px(ValueWidth)) };
        var number = rect with { X = track.Right, Width = rect.Right - track.Right };
        var state = State(ui, label);
        var typed = Type(ui, label, number, value, format, isEnabled);
        var did = ui.Interact(ui.Id(label), track, isEnabled);
        var knob = ui.Px(KnobSize);
        state.IsReset = usual is not null && (did.IsPressed ? did.Clicks == 2 : state.IsReset && did.IsHeld);
        var wanted = state.IsReset ? usual!.Value : Follow(ui, did, track, knob, least, most, value);
        wanted = typed ?? (wanted + ((Keys(ui, did) + Wheel(ui, did, track, number, isEnabled)) * step));
        var steps = MathF.Round((Math.Clamp(wanted, least, most) - least) / step);
        var rounded = Math.Min(most, least + (steps * step));
        var isChanged = isEnabled && (did.IsHeld || wanted != value) && rounded != value;
        value = isChanged ? rounded : value;
        Draw(ui, did, track, knob, most > least ? Math.Clamp((value - least) / (most - least), 0, 1) : 0, isEnabled);
        ui.Tip(did, tooltip);
        return isChanged;
    }

    private static float Follow(Ui ui, Interaction did, PixelRect track, int knob, float least, float most, float value)
    {
        if (!did.IsHeld && !did.IsPressed)
        {
            return value;
        }

        var way = Math.Max(1, track.Width - knob);
        return least + ((most - least) * (float)Math.Clamp((ui.Input.Pointer.X - track.X - (knob / 2.0)) / way, 0, 1));
    }

    /// <returns>Steps to go.</returns>
    private static float Keys(Ui ui, Interaction did)
    {
        if (!did.IsFocused)
        {
            return 0;
        }

        var input = ui.Input;
        return input.TakeKey(Key.Right) || input.TakeKey(Key.Up) ? 1
            : input.TakeKey(Key.Left) || input.TakeKey(Key.Down) ? -1
            : input.TakeKey(Key.PageUp) ? PageSteps
            : input.TakeKey(Key.PageDown) ? -PageSteps
            : input.TakeKey(Key.Home) ? -float.MaxValue / 4
            : input.TakeKey(Key.End) ? float.MaxValue / 4
            : 0;
    }

    /// <returns>Steps to go.</returns>
    private static int Wheel(Ui ui, Interaction did, PixelRect track, PixelRect number, bool isEnabled)
    {
        var steps = 0;
        for (var i = 0; i < ui.Input.Events.Length && isEnabled; i++)
        {
            ref readonly var input = ref ui.Input.Events[i];
            var isHere = input.Kind == InputKind.Wheel && !ui.Input.IsTaken(i)
                && (ui.IsAt(number.Intersect(ui.Paint.Clip), input.X, input.Y) || (did.IsFocused && ui.IsAt(track.Intersect(ui.Paint.Clip), input.X, input.Y)));
            if (isHere)
            {
                ui.Input.Take(i);
                steps += Math.Sign(input.WheelY);
            }
        }

        return steps;
    }

    private static SliderState State(Ui ui, string label)
    {
        using var scope = ui.Scope(label);
        return ui.State<SliderState>(ui.Id("number"));
    }

    private static void Draw(Ui ui, Interaction did, PixelRect track, int knob, float share, bool isEnabled)
    {
        var height = ui.Px(TroughHeight);
        var trough = new PixelRect(track.X, track.Y + ((track.Height - height) / 2), track.Width, height);
        var x = track.X + (int)MathF.Round(share * (track.Width - knob));
        ui.Paint.Fill(trough, Theme.Trough, height / 2f);
        ui.Paint.Fill(trough with { Width = x - track.X + (knob / 2) }, isEnabled ? Theme.Accent : Theme.TextDisabled, height / 2f);
        var disc = new PixelRect(x, track.Y + ((track.Height - knob) / 2), knob, knob);
        ui.Paint.Disc(disc, !isEnabled ? Theme.TextDisabled : did.IsHovered || did.IsHeld ? Theme.AccentHover : Theme.Knob);
        ui.PaintFocus(did, disc, KnobSize / 2);
    }

    /// <summary>The number: a click turns it into a text box.</summary>
    /// <returns>What was typed; null = nothing was.</returns>
    private static float? Type(Ui ui, string label, PixelRect rect, float value, string format, bool isEnabled)
    {
        using var scope = ui.Scope(label);
        var id = ui.Id("number");
        var state = ui.State<SliderState>(id);
        if (!state.IsTyped)
        {
            var did = ui.Interact(id, rect, isEnabled, isFocusable: false);
            ui.Cursor = did.IsHovered ? CursorShape.Text : ui.Cursor;
            Write(ui, rect, value, format, isEnabled);
            if (did.IsClicked)
            {
                (state.IsTyped, state.Text) = (true, value.ToString(format, CultureInfo.InvariantCulture));
                ui.Focus.Set(id);
                ui.Wake(TimeSpan.Zero);
            }

            return null;
        }

        var room = ui.Px(2 * Theme.TextInset);
        var typed = ui.State<TextField>(id).Run(ui, id, rect with { X = rect.X - room, Width = rect.Width + room }, ref state.Text, "", isWrong: false, isEnabled, out var edit);
        state.IsTyped = edit.IsFocused && typed != Typed.Entered;
        return typed == Typed.Entered && float.TryParse(state.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && float.IsFinite(number) ? number : null;
    }

    [SkipLocalsInit]
    private static void Write(Ui ui, PixelRect rect, float value, string format, bool isEnabled)
    {
        Span<char> text = stackalloc char[32];
        value.TryFormat(text, out var length, format);
        ui.Paint.Text(rect, text[..length], TextStyle.Body, isEnabled ? Theme.Text : Theme.TextDisabled, TextAlign.Right);
    }

    /// <summary>A number's text while it is typed, and whether it is held after a double click.</summary>
    private sealed class SliderState
    {
        public string Text = "";
        public bool IsTyped;
        public bool IsReset;
    }
}
