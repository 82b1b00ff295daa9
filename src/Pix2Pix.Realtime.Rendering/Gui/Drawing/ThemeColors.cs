using Pix2Pix.Realtime.Labels;

namespace Pix2Pix.Realtime.Rendering.Gui.Drawing;

/// <summary>The colours of one theme; <see cref="Theme"/> says what each is for. Immutable.</summary>
internal sealed record ThemeColors
{
    public Rgb Surround { get; init; } = new(0x13, 0x15, 0x18);

    public Color Panel { get; init; } = Color.Hex(0x1d2025);

    public Color PanelEdge { get; init; } = Color.Hex(0x2b2f36);

    public Color Popup { get; init; } = Color.Hex(0x262a31);

    public Color PopupEdge { get; init; } = Color.Hex(0x7a818d);

    public Color Shade { get; init; } = new(0x08, 0x09, 0x0b, 0xa0);

    public Color Well { get; init; } = Color.Hex(0x15171b);

    public Color WellEdge { get; init; } = Color.Hex(0x7a818d);

    public Color Trough { get; init; } = Color.Hex(0x454b55);

    public Color Control { get; init; } = Color.Hex(0x2e333b);

    public Color ControlEdge { get; init; } = Color.Hex(0x7a818d);

    public Color ControlHover { get; init; } = Color.Hex(0x3a404a);

    public Color ControlHeld { get; init; } = Color.Hex(0x262a31);

    public Color ControlDisabled { get; init; } = Color.Hex(0x262a30);

    public Color RowHover { get; init; } = Color.Hex(0x323740);

    public Color Text { get; init; } = Color.Hex(0xe4e7eb);

    public Color TextDim { get; init; } = Color.Hex(0xa0a7b2);

    public Color TextDisabled { get; init; } = Color.Hex(0x7a818d);

    public Color Accent { get; init; } = Color.Hex(0x5aa9f5);

    public Color AccentHover { get; init; } = Color.Hex(0x7bbcf8);

    public Color AccentHeld { get; init; } = Color.Hex(0x4191de);

    public Color TextOnAccent { get; init; } = Color.Hex(0x0b131c);

    public Color Selection { get; init; } = Color.Hex(0x274766);

    public Color Knob { get; init; } = Color.Hex(0xe4e7eb);

    public Color Good { get; init; } = Color.Hex(0x6cc596);

    public Color Warning { get; init; } = Color.Hex(0xe8b45c);

    public Color Bad { get; init; } = Color.Hex(0xf0827a);

    public Color Violet { get; init; } = Color.Hex(0xc79bf2);

    public static ThemeColors Dark { get; } = new();

    public static ThemeColors Light { get; } = new()
    {
        Surround = new(0xd3, 0xd7, 0xdd),
        Panel = Color.Hex(0xf2f4f7),
        PanelEdge = Color.Hex(0xcdd3da),
        Popup = Color.Hex(0xffffff),
        PopupEdge = Color.Hex(0x7f8792),
        Shade = new(0x30, 0x36, 0x3e, 0x80),
        Well = Color.Hex(0xffffff),
        WellEdge = Color.Hex(0x7f8792),
        Trough = Color.Hex(0xb9c0c9),
        Control = Color.Hex(0xe3e7ec),
        ControlEdge = Color.Hex(0x7f8792),
        ControlHover = Color.Hex(0xd6dce3),
        ControlHeld = Color.Hex(0xc9d0d9),
        ControlDisabled = Color.Hex(0xe9ecf0),
        RowHover = Color.Hex(0xe6ebf1),
        Text = Color.Hex(0x1b1f24),
        TextDim = Color.Hex(0x515a66),
        TextDisabled = Color.Hex(0x858d98),
        Accent = Color.Hex(0x1a66b8),
        AccentHover = Color.Hex(0x1559a3),
        AccentHeld = Color.Hex(0x104b8c),
        TextOnAccent = Color.Hex(0xffffff),
        Selection = Color.Hex(0xc5ddf7),
        Knob = Color.Hex(0x3c434d),
        Good = Color.Hex(0x1f7a4a),
        Warning = Color.Hex(0x8a5a00),
        Bad = Color.Hex(0xb3261e),
        Violet = Color.Hex(0x7a3fb0),
    };

    /// <summary>Curves of a plot, in order.</summary>
    public Color[] Curves => field ??= [Accent, Warning, Good, Violet, Text, Bad];
}
