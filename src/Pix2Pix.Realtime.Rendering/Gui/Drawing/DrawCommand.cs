using Pix2Pix.Realtime.Images;

namespace Pix2Pix.Realtime.Rendering.Gui.Drawing;

/// <summary>The kind of a <see cref="DrawCommand"/>.</summary>
internal enum DrawKind : byte
{
    /// <summary>A filled rectangle, perhaps with round corners.</summary>
    Fill,

    /// <summary>A rectangle's edge, inside it.</summary>
    Edge,

    /// <summary>One line of text.</summary>
    Text,

    /// <summary>Straight lines from point to point.</summary>
    Lines,

    /// <summary>A filled circle in the rectangle's middle.</summary>
    Disc,

    /// <summary>A picture, stretched to the rectangle.</summary>
    Image,
}

/// <summary>One thing to draw, in pixels; a value, so that a frame's list is one array that is used again.</summary>
internal struct DrawCommand
{
    public DrawKind Kind;
    public TextStyle Style;
    public TextAlign Align;
    public PixelRect Rect;

    /// <summary>Nothing is drawn outside it.</summary>
    public PixelRect Clip;
    public Color Color;

    /// <summary>Pixels: the corners' radius.</summary>
    public float Radius;

    /// <summary>Pixels: of lines and edges.</summary>
    public float Thickness;

    /// <summary>The first character, point or picture in the list's arenas, and how many.</summary>
    public int Start;
    public int Count;

    /// <summary>Equal for commands that draw the same.</summary>
    public ulong Hash;
}
