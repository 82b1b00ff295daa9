using Pix2Pix.Realtime.Labels;

namespace Pix2Pix.Realtime.Rendering.Gui.Drawing;

/// <summary>
/// How the panel looks: quiet and dark, so that the pictures are the brightest thing in the window, with one accent colour.
/// Lengths are in points: 1 point = 1 pixel at scale 1. Everything sits on a grid of 8 points, with halves inside controls.
/// </summary>
public static class Theme
{
    /// <summary>Behind and around the pictures.</summary>
    public static readonly Rgb Surround = new(0x13, 0x15, 0x18);

    public static readonly Color Panel = Color.Hex(0x1d2025);
    public static readonly Color PanelEdge = Color.Hex(0x2b2f36);
    public static readonly Color Popup = Color.Hex(0x262a31);
    public static readonly Color PopupEdge = Color.Hex(0x3c424c);
    public static readonly Color Shade = new(0x08, 0x09, 0x0b, 0xa0);

    /// <summary>Where something is written or chosen from: text boxes, lists, troughs.</summary>
    public static readonly Color Well = Color.Hex(0x15171b);
    public static readonly Color WellEdge = Color.Hex(0x33383f);

    /// <summary>Colours of buttons.</summary>
    public static readonly Color Control = Color.Hex(0x2e333b);
    public static readonly Color ControlHover = Color.Hex(0x3a404a);
    public static readonly Color ControlHeld = Color.Hex(0x262a31);
    public static readonly Color ControlDisabled = Color.Hex(0x262a30);
    public static readonly Color RowHover = Color.Hex(0x323740);

    public static readonly Color Text = Color.Hex(0xe4e7eb);
    public static readonly Color TextDim = Color.Hex(0xa0a7b2);
    public static readonly Color TextDisabled = Color.Hex(0x666d78);

    public static readonly Color Accent = Color.Hex(0x5aa9f5);
    public static readonly Color AccentHover = Color.Hex(0x7bbcf8);
    public static readonly Color AccentHeld = Color.Hex(0x4191de);
    public static readonly Color TextOnAccent = Color.Hex(0x0b131c);

    /// <summary>Behind a chosen row or selected text.</summary>
    public static readonly Color Selection = Color.Hex(0x274766);
    public static readonly Color Knob = Color.Hex(0xe4e7eb);

    public static readonly Color Good = Color.Hex(0x6cc596);
    public static readonly Color Warning = Color.Hex(0xe8b45c);
    public static readonly Color Bad = Color.Hex(0xf0827a);

    /// <summary>Curves of a plot, in order; told apart also by people who don't see all colours.</summary>
    public static readonly Color[] Curves = [Accent, Warning, Good, Color.Hex(0xc79bf2), Text, Bad];

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
