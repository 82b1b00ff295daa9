using Pix2Pix.Realtime.Files;

namespace Pix2Pix.Realtime.Scenes;

/// <summary>
/// A scene as a list that can be changed: objects, and in each its components, one line of YAML each. Components find each other when their scene starts, so a changed list takes effect
/// as a scene of its own, which <see cref="Text"/> opens. Indices are those of the scene's own lists. Not thread-safe.
/// </summary>
internal sealed class SceneDraft
{
    private readonly string _name;
    private readonly List<(string Name, List<string> Components)> _objects;

    private SceneDraft(ScenePlan plan)
    {
        _name = plan.Name;
        _objects = [.. plan.Objects.Select(one => (one.Name, one.Components.Select(SceneWriter.Component).ToList()))];
    }

    /// <summary>A scene with the values that it has now.</summary>
    /// <param name="scene">Every component of it comes from a file.</param>
    public static SceneDraft Of(Scene scene) => new(ScenePlan.Of(scene));

    /// <summary>An object's components, one line of YAML each.</summary>
    public IReadOnlyList<string> Components(int index) => _objects[index].Components;

    /// <summary>Adds an object.</summary>
    /// <param name="index">Where it stands then.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="components">One line of YAML each: a name, or <c>Name: { property: value }</c>.</param>
    public void InsertObject(int index, string name, params IEnumerable<string> components) => _objects.Insert(index, (name, [.. components]));

    public void RemoveObject(int index) => _objects.RemoveAt(index);

    /// <summary>Adds a component to an object.</summary>
    /// <param name="index">The object.</param>
    /// <param name="at">Where it stands then.</param>
    /// <param name="component">A line of YAML.</param>
    public void InsertComponent(int index, int at, string component) => _objects[index].Components.Insert(at, component);

    public void RemoveComponent(int index, int at) => _objects[index].Components.RemoveAt(at);

    /// <summary>Renames an object, and names it so in those that have it as their parent.</summary>
    public void Rename(int index, string name)
    {
        var before = _objects[index].Name;
        var isParent = _objects.FindIndex(one => one.Name == before) == index;
        _objects[index] = _objects[index] with { Name = name };
        if (!isParent)
        {
            return;
        }

        var (old, now) = (Start(before), Start(name));
        foreach (var parts in _objects.Select(one => one.Components))
        {
            for (var i = 0; i < parts.Count; i++)
            {
                parts[i] = parts[i].StartsWith(old, StringComparison.Ordinal) ? now + parts[i][old.Length..] : parts[i];
            }
        }

        static string Start(string parent) => $"{Transform.Kind.Name}: {{ {Transform.ParentName.Path}: {YamlText.Quoted(parent)}";
    }

    /// <summary>The text of its scene file.</summary>
    public string Text() => SceneWriter.Write(_name, _objects.Select(one => (one.Name, (IEnumerable<string>)one.Components)));

    /// <summary>Why its text can't be opened, in a sentence; null = it can, as far as the text says.</summary>
    /// <param name="registry">The components that exist.</param>
    public string? Fault(ComponentRegistry registry) => SceneFile.Fault(Text(), registry);
}
