using System.Numerics;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Painting;
using Pix2Pix.Realtime.Rendering.Graphics;

namespace Pix2Pix.Realtime.Rendering.Passes;

/// <summary>
/// Draws the outline of a selection. Which pixels belong to it is a small texture that is made when another piece is selected; moving it changes two numbers.
/// Thread contract: the GL thread; <c>Dispose</c> any thread.
/// </summary>
internal sealed class SelectionPass : IDisposable
{
    private readonly GraphicsDevice _device;
    private readonly ShaderProgram _program;
    private Cutout? _piece;
    private Texture _mask;

    public SelectionPass(GraphicsDevice device)
    {
        _device = device;
        _program = device.Shaders.Get("selection");

        // A sampler needs a texture, also where it is not read.
        _mask = new Texture(device, new PixelSize(1, 1), TextureFormat.R8Integer);
    }

    /// <summary>Draws it over whatever is there.</summary>
    /// <param name="target">Where to draw.</param>
    /// <param name="area">Nothing is drawn outside it.</param>
    /// <param name="view">Where the label map lies, in pixels of the target.</param>
    /// <param name="outline">Of what.</param>
    public void Draw(RenderTarget target, PixelRect area, ViewTransform view, SelectionOutline outline)
    {
        var around = Around(outline, view).Intersect(area);
        if (target.Visible(around).IsEmpty)
        {
            return;
        }

        Take(outline.Piece);
        _program.Begin(_device, target, around);
        _program.SetView(view);
        _program.Set("uArea", new Vector4(outline.Area.X, outline.Area.Y, outline.Area.Width, outline.Area.Height));
        _program.Set("uIsBox", outline.Piece is null);
        _program.Set("uLine", outline.Line);
        _mask.Bind(0);
        _program.Set("uMask", 0);
        _device.DrawViewport();
    }

    /// <summary>The part of the target that an outline is drawn on; empty when there is none.</summary>
    public static PixelRect Around(SelectionOutline outline, ViewTransform view) =>
        outline.Area.IsEmpty ? default : view.ToScreen(outline.Area).Inflate((int)outline.Line + 1);

    public void Dispose() => _mask.Dispose();

    private void Take(Cutout? piece)
    {
        if (piece is null || ReferenceEquals(piece, _piece))
        {
            return;
        }

        if (_mask.Size != piece.Size)
        {
            _mask.Dispose();
            _mask = new Texture(_device, piece.Size, TextureFormat.R8Integer);
        }

        _mask.Upload(piece.Mask);
        _piece = piece;
    }
}
