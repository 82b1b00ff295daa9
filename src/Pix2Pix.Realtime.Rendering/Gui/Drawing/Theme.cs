using Pix2Pix.Realtime.Labels;

namespace Pix2Pix.Realtime.Rendering.Gui.Drawing;

/// <summary>
/// How the panel looks: quiet, with one accent colour, dark or light.
/// Lengths are in points: 1 point = 1 pixel at scale 1. Everything sits on a grid of 8 points, with halves inside controls.
/// </summary>
internal static class Theme
{
    private static ThemeColors _colors = ThemeColors.Dark;

    /// <summary>The theme in use. The UI thread sets it, between two frames.</summary>
    public static ThemeKind Kind
    {
        get;
        set => (field, _colors) = (value, value == ThemeKind.Light ? ThemeColors.Light : ThemeColors.Dark);
    }

    /// <summary>Behind and around the pictures.</summary>
    public static Rgb Surround => _colors.Surround;

    public static Color Panel => _colors.Panel;

    /// <summary>Lines between parts; no control is known by them.</summary>
    public static Color PanelEdge => _colors.PanelEdge;

    public static Color Popup => _colors.Popup;

    public static Color PopupEdge => _colors.PopupEdge;

    public static Color Shade => _colors.Shade;

    /// <summary>Where something is written or chosen from: text boxes, lists.</summary>
    public static Color Well => _colors.Well;

    public static Color WellEdge => _colors.WellEdge;

    /// <summary>What a slider's knob runs in.</summary>
    public static Color Trough => _colors.Trough;

    /// <summary>Colours of buttons.</summary>
    public static Color Control => _colors.Control;

    /// <summary>A button stands out from the panel by it: contrast at least 3 to 1.</summary>
    public static Color ControlEdge => _colors.ControlEdge;

    public static Color ControlHover => _colors.ControlHover;

    public static Color ControlHeld => _colors.ControlHeld;

    public static Color ControlDisabled => _colors.ControlDisabled;

    public static Color RowHover => _colors.RowHover;

    public static Color Text => _colors.Text;

    public static Color TextDim => _colors.TextDim;

    public static Color TextDisabled => _colors.TextDisabled;

    public static Color Accent => _colors.Accent;

    public static Color AccentHover => _colors.AccentHover;

    public static Color AccentHeld => _colors.AccentHeld;

    public static Color TextOnAccent => _colors.TextOnAccent;

    /// <summary>Behind a chosen row or selected text.</summary>
    public static Color Selection => _colors.Selection;

    public static Color Knob => _colors.Knob;

    public static Color Good => _colors.Good;

    public static Color Warning => _colors.Warning;

    public static Color Bad => _colors.Bad;

    /// <summary>Curves of a plot, in order; told apart also by people who don't see all colours.</summary>
    public static ReadOnlySpan<Color> Curves => _colors.Curves;

    public const float PanelPadding = 16;

    /// <summary>Between a control and the one below it.</summary>
    public const float RowGap = 4;

    /// <summary>Between controls side by side.</summary>
    public const float ColumnGap = 8;

    /// <summary>A control with the gap below it fills four grid units.</summary>
    public const float ControlHeight = 28;
    public const float LineHeight = 20;
    public const float ListRowHeight = 24;
    public const float HeadingHeight = 28;

    /// <summary>From a control's edge to its text.</summary>
    public const float TextInset = 8;
    public const float CornerRadius = 4;
    public const float PopupRadius = 6;
    public const float EdgeThickness = 1;
    public const float FocusThickness = 2;
    public const float ScrollBarWidth = 6;
    public const float IconSize = 16;

    /// <summary>How much of a row a control's label takes, 0..1.</summary>
    public const float LabelShare = 0.38f;

    public const float TextSize = 13;
    public const float SmallTextSize = 11;
    public const float HeadingSize = 13;

    public static readonly TimeSpan TooltipDelay = TimeSpan.FromMilliseconds(500);
    public static readonly TimeSpan ToastTime = TimeSpan.FromSeconds(4);
    public static readonly TimeSpan DoubleClickTime = TimeSpan.FromMilliseconds(400);
}
