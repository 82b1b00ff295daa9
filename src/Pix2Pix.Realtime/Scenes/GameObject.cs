using System.Numerics;

namespace Pix2Pix.Realtime.Scenes;

/// <summary>A named object of a scene; its components define what it is and does. Thread contract: the scene's thread.</summary>
public sealed class GameObject
{
    private readonly List<Component> _components = [];

    /// <summary>Makes an object of its components.</summary>
    /// <param name="name">What people and files call it.</param>
    /// <param name="components">Its parts, in the order in which they are called.</param>
    public GameObject(string name, params ReadOnlySpan<Component> components)
    {
        Name = name;
        foreach (var component in components)
        {
            component.GameObject = this;
            _components.Add(component);
        }
    }

    /// <summary>What people and files call it.</summary>
    public string Name { get; }

    /// <summary>Its parts, in the order in which they are called.</summary>
    public IReadOnlyList<Component> Components => _components;

    /// <summary>The scene it was added to.</summary>
    public Scene Scene { get; internal set; } = null!;

    /// <summary>From its own space to the world; where it has no <see cref="Transform"/> both are the same.</summary>
    public Matrix4x4 World => Get<Transform>()?.World ?? Matrix4x4.Identity;

    /// <summary>Its first component of that type; null when it has none.</summary>
    public T? Get<T>() where T : class
    {
        foreach (var component in _components)
        {
            if (component is T found)
            {
                return found;
            }
        }

        return null;
    }
}
