using System.Numerics;
using Pix2Pix.Realtime.Settings;

namespace Pix2Pix.Realtime.Scenes;

/// <summary>
/// The component <c>Transform</c>: where its object is in the world, in metres, with x to the right, y up and z towards the viewer; relative to its parent where
/// it has one. Thread contract: the scene's thread.
/// </summary>
public sealed class Transform : Component
{
    private const float Farthest = 10_000;

    /// <summary><c>parent</c>: the object that it moves with; empty = the world.</summary>
    public static readonly Setting<string> ParentName = SettingKinds.Text("parent", "", "the name of an object with a Transform, or empty", "the object that it moves, rotates and scales with");
    /// <summary><c>position</c>: metres right, up and towards the viewer.</summary>
    public static readonly Setting<Vector3> Position = SettingKinds.Vector("position", Vector3.Zero, -Farthest, Farthest, "metres", "right, up, and towards the viewer").Live();
    /// <summary><c>rotation</c>: degrees around x, y and z, applied in the order z, x, y.</summary>
    public static readonly Setting<Vector3> Rotation = SettingKinds.Vector("rotation", Vector3.Zero, -360, 360, "degrees", "around z, then x, then y, each counter-clockwise as seen from the axis's tip").Live();
    /// <summary><c>scale</c>: factors along its own x, y and z.</summary>
    public static readonly Setting<Vector3> Scale = SettingKinds.Vector("scale", Vector3.One, -1000, 1000, "times", "scale along its own x, y and z").Live();

    private readonly SettingValues _values;
    private Transform? _parent;

    /// <summary>A transform of those values; it reads them at each use, so setting them moves it.</summary>
    /// <param name="values">Of the table of <see cref="Kind"/>.</param>
    public Transform(SettingValues values) => _values = values;

    /// <summary>How scene files know it; every registry has it.</summary>
    public static ComponentType Kind { get; } = new("Transform", new SettingsTable(ParentName, Position, Rotation, Scale), values => new Transform(values))
    {
        Help = "The position, rotation and scale of an object.",
    };

    /// <summary>The parent transform; null = the world.</summary>
    /// <exception cref="UserException">It would become its own parent.</exception>
    public Transform? Parent
    {
        get => _parent;
        set
        {
            for (var above = value; above is not null; above = above._parent)
            {
                if (above == this)
                {
                    throw new UserException($"Expected a parent that is not below '{GameObject.Name}' itself, found '{value!.GameObject.Name}'.");
                }
            }

            _parent = value;
        }
    }

    /// <summary>From its own space to its parent's.</summary>
    public Matrix4x4 Local
    {
        get
        {
            var turn = _values.Get(Rotation) * (MathF.PI / 180);
            return Matrix4x4.CreateScale(_values.Get(Scale)) * Matrix4x4.CreateFromYawPitchRoll(turn.Y, turn.X, turn.Z) * Matrix4x4.CreateTranslation(_values.Get(Position));
        }
    }

    /// <summary>From its own space to the world.</summary>
    public Matrix4x4 World => _parent is { } above ? Local * above.World : Local;
}
