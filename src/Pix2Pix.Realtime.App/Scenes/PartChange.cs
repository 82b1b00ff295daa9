using Pix2Pix.Realtime.Scenes;

namespace Pix2Pix.Realtime.App.Scenes;

/// <summary>The scene got another list of parts, so that it has to be opened again.</summary>
/// <param name="Object">The object's index.</param>
/// <param name="Component">The component's index in it; null = the object as a whole.</param>
internal abstract record PartChange(int Object, int? Component) : SceneChange(Object, Component)
{
    public abstract override PartChange Inverse { get; }

    /// <summary>Makes it.</summary>
    public abstract void Apply(SceneDraft scene);
}
