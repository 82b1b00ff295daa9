using System.Numerics;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Rendering.Graphics;

namespace Pix2Pix.Realtime.Rendering.Passes;

/// <summary>
/// Draws a picture on a flat wall in space, in correct perspective and without vertices: the fragment shader computes where on the wall each pixel lies.
/// There is no depth buffer: draw far walls first. Thread contract: the GL thread. It owns nothing.
/// </summary>
public sealed class WallPass
{
    private readonly GraphicsDevice _device;
    private readonly ShaderProgram _program;

    /// <summary>Compiles its shader at the first use of the device, with the files of the device's shader folder.</summary>
    /// <param name="device">Its context must be current; it must outlive the pass.</param>
    /// <exception cref="UserException">A shader file is missing or doesn't compile.</exception>
    public WallPass(GraphicsDevice device)
    {
        ArgumentNullException.ThrowIfNull(device);
        _device = device;
        _program = device.Shaders.Get("wall");
    }

    /// <summary>Draws one wall; nothing when it is seen from behind or has no area.</summary>
    /// <param name="target">Where to draw.</param>
    /// <param name="area">The part of the target that the camera sees.</param>
    /// <param name="camera">World to clip space, row vectors, as <see cref="Matrix4x4"/>'s own makers give it.</param>
    /// <param name="wall">Where it stands.</param>
    /// <param name="picture">RGBA8, stretched over it.</param>
    /// <param name="light">What its colours are multiplied by: 1 = as they are.</param>
    public void Draw(RenderTarget target, PixelRect area, in Matrix4x4 camera, in Wall wall, Texture picture, float light = 1)
    {
        ArgumentNullException.ThrowIfNull(picture);

        var view = new WallView(wall, camera);
        var bounds = view.IsFacing ? view.Bounds(area) : default;
        if (bounds.IsEmpty)
        {
            return;
        }

        _program.Begin(_device, target, bounds);
        Set("uToU", view.ToU);
        Set("uToV", view.ToV);
        Set("uToNear", view.ToNear);
        _program.Set("uArea", new Vector4(area.X, area.Y, area.Width, area.Height));
        _program.Set("uLight", light);
        picture.Bind(0);
        _program.Set("uPicture", 0);
        _device.DrawViewport();
    }

    private void Set(string uniform, Vector3 value) => _program.Set(uniform, new Vector2(value.X, value.Y), value.Z);
}
