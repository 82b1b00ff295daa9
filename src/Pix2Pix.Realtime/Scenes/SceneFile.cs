using Pix2Pix.Realtime.Files;

namespace Pix2Pix.Realtime.Scenes;

/// <summary>Reads scenes from YAML files and writes them: objects with components, each with its properties. All faults of a file are reported together.</summary>
public static class SceneFile
{
    internal static readonly FileFormat Layout = new(1);
    private static readonly Dictionary<string, string> NoOverrides = [];

    /// <summary>Reads a scene and wakes it.</summary>
    /// <param name="path">A YAML file.</param>
    /// <param name="registry">The components that exist.</param>
    /// <param name="overrides">Values that take the place of the file's, by <c>Component.property</c>, e.g. <c>Translator.model</c>.</param>
    /// <param name="fault">See <see cref="Scene.Fault"/>; in force from the first wakening on.</param>
    /// <exception cref="UserException">The file is missing or holds faults: one line each, with its path, line and column.</exception>
    public static Scene Load(string path, ComponentRegistry registry, IReadOnlyDictionary<string, string> overrides, Func<Behaviour, Exception, bool>? fault = null)
    {
        if (!File.Exists(path))
        {
            throw new UserException($"expected a scene file, found none at '{path}'; name one that exists, such as sample-scenes/facade-paint.scene.yaml");
        }

        return Parse(TextFile.Read(path), path, registry, overrides, fault);
    }

    /// <summary>Reads a scene from text and wakes it.</summary>
    /// <param name="text">YAML.</param>
    /// <param name="name">What faults call the text, as a rule its path.</param>
    /// <param name="registry">The components that exist.</param>
    /// <param name="overrides">Values that take the place of the file's.</param>
    /// <param name="fault">See <see cref="Scene.Fault"/>.</param>
    public static Scene Parse(
        string text, string name, ComponentRegistry registry, IReadOnlyDictionary<string, string> overrides, Func<Behaviour, Exception, bool>? fault = null)
    {
        // Components are made only when the whole file is right: a faulty one opens no window and loads no model.
        var plan = Read(text, name, registry, overrides);
        var scene = new Scene(plan.Name) { Fault = fault };
        GameObject[] objects = [.. plan.Objects.Select(one => new GameObject(one.Name, [.. one.Components.Select(Make)]))];
        ParentCheck.Join(objects);
        scene.Add(objects);
        return scene;
    }

    /// <summary>
    /// Writes a scene with the values that it has now, so that opening the file gives the same scene. Where the file that it replaces, or the one that it was opened
    /// from, has the same parts, that file's comments and layout stay. Files that it names beside its own are named so that they are found from the new place.
    /// </summary>
    /// <param name="scene">As it runs.</param>
    /// <param name="path">The file to make or replace.</param>
    /// <param name="openedFrom">The file that it was opened from.</param>
    /// <exception cref="UserException">A file with these values could not be opened.</exception>
    public static void Save(Scene scene, string path, string openedFrom)
    {
        ArgumentNullException.ThrowIfNull(scene);
        var source = File.Exists(path) ? path : openedFrom;
        var original = File.Exists(source) ? TextFile.Read(source) : null;
        var folder = FolderOf(path);
        AtomicFile.WriteText(path, Text(scene, original, FolderOf(openedFrom) == folder ? null : (FolderOf(openedFrom), folder)));
    }

    /// <summary>What <see cref="Save"/> writes.</summary>
    /// <param name="scene">As it runs.</param>
    /// <param name="original">The text that it was made from; null = there is none any more.</param>
    /// <param name="moved">The folders that it comes from and goes to; null = it stays where it is.</param>
    internal static string Text(Scene scene, string? original, (string From, string To)? moved = null)
    {
        var registry = new ComponentRegistry();
        foreach (var type in scene.Objects.SelectMany(one => one.Components).Select(part => part.Type).OfType<ComponentType>().Distinct().Where(type => type != Transform.Kind))
        {
            registry.Register(type);
        }

        var wanted = ScenePlan.Of(scene);
        if (moved is { } folders)
        {
            FileNames.Keep(wanted, folders.From, folders.To);
        }

        return Edited(original, wanted, registry) is { } edited && Says(edited, wanted, registry) ? edited : Checked(SceneWriter.Write(wanted), registry);
    }

    private static string? Edited(string? original, ScenePlan wanted, ComponentRegistry registry)
    {
        try
        {
            return original is null ? null : SceneEdit.Apply(original, Read(original, wanted.Name, registry, NoOverrides), wanted);
        }
        catch (UserException)
        {
            // Somebody broke the file while the scene ran: it is written anew.
            return null;
        }
    }

    private static bool Says(string text, ScenePlan wanted, ComponentRegistry registry)
    {
        try
        {
            return Read(text, wanted.Name, registry, NoOverrides).Says(wanted);
        }
        catch (UserException)
        {
            return false;
        }
    }

    private static string Checked(string text, ComponentRegistry registry)
    {
        Read(text, "the scene", registry, NoOverrides);
        return text;
    }

    private static string FolderOf(string path) => Path.GetDirectoryName(Path.GetFullPath(path))!;

    private static Component Make(ComponentPlan plan)
    {
        var component = plan.Type.Make(plan.Values);
        if (component is Behaviour behaviour)
        {
            behaviour.Enabled = plan.Enabled;
        }
        else if (!plan.Enabled)
        {
            throw new UserException($"{plan.Type.Name}, line {plan.Node!.Start.Line}, has no life that could be switched off; take out its '{Behaviour.EnabledKey}: false'");
        }

        return component;
    }

    private static ScenePlan Read(string text, string name, ComponentRegistry registry, IReadOnlyDictionary<string, string> overrides)
    {
        var reader = new SceneReader(name, registry, overrides);
        var plan = reader.ReadAll(YamlFile.Read(text, name, Layout));
        return reader.Faults.Count == 0 ? plan : throw new UserException(string.Join('\n', reader.Faults));
    }
}
