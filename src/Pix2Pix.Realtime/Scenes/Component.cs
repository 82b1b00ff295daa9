using Pix2Pix.Realtime.Settings;

namespace Pix2Pix.Realtime.Scenes;

/// <summary>A part of a <see cref="GameObject"/> that holds values. One that acts in every frame is a <see cref="Behaviour"/>. Thread contract: the scene's thread.</summary>
public abstract class Component
{
    /// <summary>The owning object. Set when it is added; not to be read in a constructor.</summary>
    public GameObject GameObject { get; internal set; } = null!;

    /// <summary>The scene it lives in. Valid from <see cref="Behaviour.Awake"/> on.</summary>
    public Scene Scene => GameObject.Scene;

    /// <summary>Its type in scene files; null for a component created in code. Not to be read in a constructor.</summary>
    public ComponentType? Type { get; internal set; }

    /// <summary>Its properties' values, the same object that it was made from; null for one that code made.</summary>
    public SettingValues? Values { get; internal set; }

    /// <summary>Sets a property while the scene runs, and tells the component when it is one that takes effect at once. The scene's thread.</summary>
    /// <exception cref="InvalidOperationException">The component was made by code and has no values.</exception>
    public void Set<T>(Setting<T> property, T value) where T : notnull
    {
        Known.Set(property, value);
        Tell(property);
    }

    /// <summary>As <see cref="Set{T}"/>, from text as a file has it. What the component itself refuses leaves the value as it was.</summary>
    /// <returns>Null when it was accepted, else a sentence.</returns>
    public string? TrySet(Setting property, string text) => Told(property, Known.Peek(property), Known.TrySet(property, text));

    /// <summary>As <see cref="Set{T}"/>, from a number, e.g. a fader's: clamped to the property's range.</summary>
    /// <returns>Null when it was accepted, else a sentence.</returns>
    public string? TrySet(Setting property, double number) => Told(property, Known.Peek(property), Known.TrySet(property, number));

    /// <summary>A property was set while the scene runs: puts it into effect. Only called for those that <see cref="ComponentType.Live"/> names.</summary>
    /// <exception cref="UserException">It can't take this value, and goes on with the one before.</exception>
    protected virtual void OnChanged(Setting property) { }

    /// <summary>Whether a property takes effect while the scene runs; the others do when the scene is reopened.</summary>
    public bool IsLive(Setting property) => Type?.Live.Contains(property) == true;

    private SettingValues Known => Values ?? throw new InvalidOperationException($"{GetType().Name} was created in code; only components from scene files have properties.");

    /// <param name="property">What was set, unless it was refused.</param>
    /// <param name="before">What it was set to before, which it is again if the component refuses the new value.</param>
    /// <param name="refusal">Why the property does not take it; null = it does.</param>
    private string? Told(Setting property, object? before, string? refusal)
    {
        if (refusal is not null)
        {
            return refusal;
        }

        try
        {
            Tell(property);
            return null;
        }
        catch (UserException fault)
        {
            Known.Restore(property, before);
            return fault.Message;
        }
    }

    private void Tell(Setting property)
    {
        if (!IsLive(property))
        {
            return;
        }

        if (this is Behaviour behaviour)
        {
            Scene.Call(behaviour, default, (one, _) => one.Take(property));
        }
        else
        {
            Take(property);
        }
    }

    private void Take(Setting property)
    {
        Type!.Take?.Invoke(this, property);
        OnChanged(property);
    }
}
