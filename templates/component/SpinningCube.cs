using System.Numerics;
using Pix2Pix.Realtime.Rendering.Graphics;
using Pix2Pix.Realtime.Rendering.Passes;
using Pix2Pix.Realtime.Scenes;
using Pix2Pix.Realtime.Scenes.Plugins;

namespace MyPlugin;

/// <summary>A cube that spins and wears the translation on all of its sides. Scene files call it by the class's name.</summary>
public sealed class SpinningCube : Behaviour, ILayer
{
    // Front, right, back, left, then top and bottom: the same wall, turned.
    private static readonly Matrix4x4[] Sides =
    [
        Matrix4x4.Identity, Matrix4x4.CreateRotationY(MathF.PI / 2), Matrix4x4.CreateRotationY(MathF.PI), Matrix4x4.CreateRotationY(-MathF.PI / 2),
        Matrix4x4.CreateRotationX(-MathF.PI / 2), Matrix4x4.CreateRotationX(MathF.PI / 2),
    ];

    private static readonly Wall Front = new(Corner: new(-1, 1, 1), Right: new(2, 0, 0), Down: new(0, -2, 0));
    private static readonly Vector3 Sun = Vector3.Normalize(new(0.4f, 0.7f, 1));

    private WallPass? _pass;
    private double _turns;

    [Property("how fast it turns", Minimum = 0, Maximum = 5, Unit = "turns a second")]
    public double Speed { get; set; } = 0.1;

    [Property("how large it is", Minimum = 0.1, Maximum = 3)]
    public double Size { get; set; } = 1;

    public bool IsMoving => Speed > 0;

    protected override void Update(FrameTime time) => _turns += Speed * time.Delta;

    public void Draw(in LayerFrame frame)
    {
        if (frame.Translation is not { } picture)
        {
            return;
        }

        _pass ??= new WallPass(frame.Device);
        var camera = Matrix4x4.CreateLookAt(new Vector3(0, 2.6f, 6.5f), Vector3.Zero, Vector3.UnitY)
            * Matrix4x4.CreatePerspectiveFieldOfView(0.8f, (float)frame.Area.Width / frame.Area.Height, 0.1f, 100);
        var spin = Matrix4x4.CreateScale((float)Size) * Matrix4x4.CreateRotationY((float)(_turns * Math.Tau)) * GameObject.World;
        foreach (var side in Sides)
        {
            // A side that faces away draws nothing, so a cube needs no order.
            var wall = Front.Transform(side * spin);
            var facing = Vector3.Dot(Vector3.Normalize(Vector3.Cross(wall.Down, wall.Right)), Sun);
            _pass.Draw(frame.Screen, frame.Area, camera, wall, picture, light: 0.6f + (0.4f * Math.Max(facing, 0)));
        }
    }
}
