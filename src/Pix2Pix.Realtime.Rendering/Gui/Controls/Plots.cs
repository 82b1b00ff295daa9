using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Rendering.Gui.Drawing;

namespace Pix2Pix.Realtime.Rendering.Gui.Controls;

/// <summary>Curves over time.</summary>
internal static class Plots
{
    private const float CurveThickness = 1.5f;
    private const float LegendHeight = 20;
    private const float DotSize = 8;
    private const float AxisHeight = 18;
    private const float RawOpacity = 0.3f;
    private const double SideRoom = 0.01;
    private const double Headroom = 0.06;
    private const int MostTicks = 4;
    private const int LongestNumber = 24;

    /// <summary>
    /// Curves in one frame, with a legend that tells the newest values, or under the pointer those there; a click in it hides a curve.
    /// </summary>
    /// <param name="ui">The frame's GUI.</param>
    /// <param name="name">Unique in its scope; not shown.</param>
    /// <param name="series">The curves, at most 32.</param>
    /// <param name="height">Points, without the legend.</param>
    /// <param name="isLogarithmic">Whether equal ratios take equal room; values that aren't above 0 part the curve.</param>
    /// <param name="smoothing">0..1: above 0, a running mean is drawn strongly and the values faintly; 0.8 is a good start.</param>
    public static void Plot(this Ui ui, string name, IReadOnlyList<PlotSeries> series, float height, bool isLogarithmic = false, float smoothing = 0)
    {
        var state = ui.State<PlotState>(ui.Id(name));
        using (ui.Scope(name))
        {
            Legend(ui, series, state);
            var rect = ui.Next(height);
            var did = ui.Interact(ui.Id("plot"), rect, isFocusable: false);
            ui.PaintWell(rect);
            var area = PixelRect.FromEdges(rect.X + ui.Px(4), rect.Y + ui.Px(4), rect.Right - ui.Px(4), rect.Bottom - ui.Px(AxisHeight));
            var pointedBefore = state.Pointed;
            state.Pointed = null;
            if (!Range(series, state, isLogarithmic, out var axes))
            {
                ui.Paint.Text(rect, "no values yet", TextStyle.Small, Theme.TextDim, TextAlign.Centre);
                return;
            }

            area = Ticks(ui, area, axes);
            for (var i = 0; i < series.Count; i++)
            {
                if (state.IsShown(i))
                {
                    var color = Theme.Curves[i % Theme.Curves.Length];
                    state.Curve.Draw(ui.Paint, area, series[i], axes, smoothing > 0 ? color.WithOpacity(RawOpacity) : color, CurveThickness * ui.Scale, 0);
                    if (smoothing > 0)
                    {
                        state.Curve.Draw(ui.Paint, area, series[i], axes, color, CurveThickness * ui.Scale, smoothing);
                    }
                }
            }

            if (did.IsHovered && area.Width > 0)
            {
                Point(ui, area, axes, series, state);
            }

            if (state.Pointed != pointedBefore)
            {
                // The legend above was declared before the pointer's place was known.
                ui.Wake(TimeSpan.Zero);
            }
        }
    }

    private static void Legend(Ui ui, IReadOnlyList<PlotSeries> series, PlotState state)
    {
        using (ui.Grid(2))
        {
            for (var i = 0; i < series.Count; i++)
            {
                var rect = ui.Next(LegendHeight);
                var did = ui.Interact(ui.Id(series[i].Name), rect);
                state.Hidden ^= ui.IsPressed(did, Shortcut.None, isEnabled: true) ? 1u << i : 0;
                var side = ui.Px(DotSize);
                var dot = new PixelRect(rect.X, rect.Y + ((rect.Height - side) / 2), side, side);
                var color = state.IsShown(i) ? Theme.Curves[i % Theme.Curves.Length] : Theme.TextDisabled;
                ui.Paint.Disc(dot, color);
                var words = PixelRect.FromEdges(dot.Right + ui.Px(Theme.RowGap), rect.Y, rect.Right, rect.Bottom);
                ui.Paint.Text(words, series[i].Name, TextStyle.Small, did.IsHovered ? Theme.Text : Theme.TextDim);
                var index = state.Pointed is { } x ? series[i].Nearest(x) : series[i].Count - 1;
                if (index >= 0 && state.IsShown(i))
                {
                    Write(ui, words, series[i].Y[index], TextAlign.Right, Theme.Text);
                }

                ui.PaintFocus(did, rect);
                ui.Tip(did, series[i].Help);
            }
        }
    }

    private static bool Range(IReadOnlyList<PlotSeries> series, PlotState state, bool isLogarithmic, out (PlotAxis X, PlotAxis Y) axes)
    {
        var (left, right) = (double.PositiveInfinity, double.NegativeInfinity);
        var (least, most) = (double.PositiveInfinity, double.NegativeInfinity);
        for (var i = 0; i < series.Count; i++)
        {
            if (series[i].Count == 0 || !state.IsShown(i))
            {
                continue;
            }

            (left, right) = (Math.Min(left, series[i].X[0]), Math.Max(right, series[i].X[^1]));
            foreach (var value in series[i].Y)
            {
                if (double.IsFinite(value) && (value > 0 || !isLogarithmic))
                {
                    (least, most) = (Math.Min(least, value), Math.Max(most, value));
                }
            }
        }

        var isAny = most >= least;
        axes = isAny ? (new PlotAxis(left, right, isLogarithmic: false, SideRoom), new PlotAxis(least, most, isLogarithmic, Headroom)) : default;
        return isAny;
    }

    /// <returns>What the numbers at the left leave for the curves.</returns>
    private static PixelRect Ticks(Ui ui, PixelRect area, (PlotAxis X, PlotAxis Y) axes)
    {
        Span<double> ticks = stackalloc double[MostTicks];
        Span<char> number = stackalloc char[LongestNumber];
        var line = ui.Px(Theme.EdgeThickness);
        var gutter = 0;
        var count = axes.Y.Ticks(ticks);
        foreach (var tick in ticks[..count])
        {
            gutter = Math.Max(gutter, (int)MathF.Ceiling(ui.TextWidth(Format(tick, number), TextStyle.Small)) + 1);
        }

        var numbers = area with { Width = gutter, Height = ui.Px(AxisHeight) };
        area = PixelRect.FromEdges(numbers.Right + ui.Px(Theme.RowGap), area.Y, area.Right, area.Bottom);
        foreach (var tick in ticks[..count])
        {
            var y = area.Bottom - (int)(axes.Y.Share(tick) * area.Height);
            ui.Paint.Fill(new PixelRect(area.X, y, area.Width, line), Theme.PanelEdge);
            Write(ui, numbers with { Y = y - (numbers.Height / 2) }, tick, TextAlign.Right, Theme.TextDim);
        }

        foreach (var tick in ticks[..axes.X.Ticks(ticks)])
        {
            var x = area.X + (int)(axes.X.Share(tick) * area.Width);
            ui.Paint.Fill(new PixelRect(x, area.Bottom, line, ui.Px(3)), Theme.TextDisabled);
            var wide = (int)MathF.Ceiling(ui.TextWidth(Format(tick, number), TextStyle.Small)) + 1;
            var left = Math.Clamp(x - (wide / 2), area.X, Math.Max(area.X, area.Right - wide));
            Write(ui, new PixelRect(left, area.Bottom + ui.Px(2), wide, ui.Px(AxisHeight - 2)), tick, TextAlign.Left, Theme.TextDim);
        }

        return area;
    }

    private static void Point(Ui ui, PixelRect area, (PlotAxis X, PlotAxis Y) axes, IReadOnlyList<PlotSeries> series, PlotState state)
    {
        var x = axes.X.Value((ui.Input.Pointer.X - area.X) / area.Width);
        state.Pointed = x;
        var isAny = false;
        for (var i = 0; i < series.Count; i++)
        {
            var index = series[i].Nearest(x);
            if (index < 0 || !state.IsShown(i))
            {
                continue;
            }

            var at = area.X + (int)(axes.X.Share(series[i].X[index]) * area.Width);
            var y = axes.Y.Share(series[i].Y[index]);
            if (!isAny)
            {
                ui.Paint.Fill(new PixelRect(at, area.Y, ui.Px(Theme.EdgeThickness), area.Height), Theme.TextDisabled);
                Write(ui, area with { Height = ui.Px(14) }, series[i].X[index], TextAlign.Right, Theme.Text);
                isAny = true;
            }

            if (double.IsFinite(y))
            {
                ui.Paint.Disc(new PixelRect(at, area.Bottom - (int)(y * area.Height), 1, 1).Inflate(ui.Px(3)), Theme.Curves[i % Theme.Curves.Length]);
            }
        }
    }

    private static void Write(Ui ui, PixelRect rect, double value, TextAlign align, Color color) =>
        ui.Paint.Text(rect, Format(value, stackalloc char[LongestNumber]), TextStyle.Small, color, align);

    private static ReadOnlySpan<char> Format(double value, Span<char> text)
    {
        var size = Math.Abs(value);
        var format = size >= 1e7 || (size < 1e-3 && size > 0) ? "0.#e0" : size >= 100 || size == Math.Floor(size) ? "#,0" : size >= 1 ? "0.##" : "0.###";
        value.TryFormat(text, out var length, format, System.Globalization.CultureInfo.InvariantCulture);
        return text[..length];
    }

    private sealed class PlotState
    {
        public PlotCurve Curve { get; } = new();

        /// <summary>Where the pointer is, on the horizontal axis; null = elsewhere.</summary>
        public double? Pointed { get; set; }

        /// <summary>One bit a curve.</summary>
        public uint Hidden { get; set; }

        public bool IsShown(int index) => (Hidden >> index & 1) == 0;
    }
}
