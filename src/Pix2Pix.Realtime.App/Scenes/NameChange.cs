using Pix2Pix.Realtime.Scenes;

namespace Pix2Pix.Realtime.App.Scenes;

/// <summary>An object got another name.</summary>
/// <param name="Object">Its index.</param>
/// <param name="Before">Its name before.</param>
/// <param name="After">Its name now.</param>
internal sealed record NameChange(int Object, string Before, string After) : PartChange(Object, null)
{
    public override NameChange Inverse => new(Object, After, Before);

    public override void Apply(SceneDraft scene) => scene.Rename(Object, After);
}
