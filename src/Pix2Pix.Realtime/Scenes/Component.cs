namespace Pix2Pix.Realtime.Scenes;

/// <summary>A part of a <see cref="GameObject"/>: data. One that lives frame by frame is a <see cref="Behaviour"/>.</summary>
public abstract class Component
{
    /// <summary>What it belongs to. Set when it is added; not to be read in a constructor.</summary>
    public GameObject GameObject { get; internal set; } = null!;

    /// <summary>The scene it lives in. Valid from <see cref="Behaviour.Awake"/> on.</summary>
    public Scene Scene => GameObject.Scene;
}
