namespace Pix2Pix.Realtime.Painting;

/// <summary>How a tool receives its points.</summary>
public enum ToolGesture
{
    /// <summary>The tool paints from point to point while the button is held.</summary>
    Trail,

    /// <summary>The tool draws one shape from the first point to the newest, redrawn at each move, until the button is let go.</summary>
    Drag,

    /// <summary>Each press adds a corner and the newest follows the pointer, until the user finishes the shape.</summary>
    Corners,
}

/// <summary>
/// A painting tool. It holds no state between calls: a stroke is its points, so a saved stroke replays to the same pixels.
/// </summary>
public interface ITool
{
    /// <summary>The name in stroke files and for people, in lower case.</summary>
    string Name { get; }

    /// <summary>How it takes its points.</summary>
    ToolGesture Gesture { get; }

    /// <summary>What it places, where its name does not say that; kept with the stroke. Null = its name says all.</summary>
    Cutout? Piece => null;

    /// <summary>Whether its points go to the grid. A tool that asks what lies under its point takes the point itself.</summary>
    bool Snaps => true;

    /// <summary>Paints: a <see cref="ToolGesture.Trail"/> tool one part of its way, the others their whole shape.</summary>
    /// <param name="painter">Takes the shapes; its settings hold class and brush.</param>
    /// <param name="points">
    /// The stroke from its first point to the newest; never empty. May lie outside the canvas. A <see cref="ToolGesture.Trail"/> tool gets four, as <see cref="Painter.Curve"/> takes them.
    /// </param>
    void Paint(Painter painter, ReadOnlySpan<PixelPoint> points);

    /// <summary>Where <paramref name="to"/> goes when the user holds the shape regular (shift), seen from the last fixed point.</summary>
    PixelPoint Constrain(PixelPoint from, PixelPoint to) => to;
}
