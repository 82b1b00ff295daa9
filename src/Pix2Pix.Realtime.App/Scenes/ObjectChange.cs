using Pix2Pix.Realtime.Scenes;

namespace Pix2Pix.Realtime.App.Scenes;

/// <summary>An object came or went.</summary>
/// <param name="Object">Its index.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Lines">Its components, one line of YAML each.</param>
/// <param name="IsAdded">Whether it came.</param>
internal sealed record ObjectChange(int Object, string Name, IReadOnlyList<string> Lines, bool IsAdded) : PartChange(Object, null)
{
    public override ObjectChange Inverse => this with { IsAdded = !IsAdded };

    public override void Apply(SceneDraft scene)
    {
        if (IsAdded)
        {
            scene.InsertObject(Object, Name, Lines);
        }
        else
        {
            scene.RemoveObject(Object);
        }
    }
}
