namespace Pix2Pix.Realtime.Rendering.Graphics;

/// <summary>A component that draws over the translation and below the panels. It is called on the GL thread, which is the scene's.</summary>
public interface ILayer
{
    /// <summary>Whether the next picture looks different without anybody's doing; while it does, the program draws at the display's rate.</summary>
    bool IsMoving { get; }

    /// <summary>
    /// Draws; nothing is cleared before. Where only parts of the screen changed, it is called for each of them, and what it draws elsewhere is not
    /// seen. Allocates nothing in steady state.
    /// </summary>
    void Draw(in LayerFrame frame);
}
