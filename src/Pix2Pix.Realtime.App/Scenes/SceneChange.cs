namespace Pix2Pix.Realtime.App.Scenes;

/// <summary>Something that was changed on the Scene tab. What it is about is named by its place in the scene, since the scene is opened again where its parts change.</summary>
/// <param name="Object">The object's index.</param>
/// <param name="Component">The component's index in it; null = the object as a whole.</param>
internal abstract record SceneChange(int Object, int? Component)
{
    /// <summary>What takes it back.</summary>
    public abstract SceneChange Inverse { get; }
}
