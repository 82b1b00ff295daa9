using Pix2Pix.Realtime.Scenes;

namespace Pix2Pix.Realtime.App.Scenes;

/// <summary>A component came or went.</summary>
/// <param name="Object">The object's index.</param>
/// <param name="At">The component's index.</param>
/// <param name="Line">The component, one line of YAML.</param>
/// <param name="IsAdded">Whether it came.</param>
internal sealed record ComponentChange(int Object, int At, string Line, bool IsAdded) : PartChange(Object, IsAdded ? At : null)
{
    public override ComponentChange Inverse => new(Object, At, Line, !IsAdded);

    public override void Apply(SceneDraft scene)
    {
        if (IsAdded)
        {
            scene.InsertComponent(Object, At, Line);
        }
        else
        {
            scene.RemoveComponent(Object, At);
        }
    }
}
