using System.Text.RegularExpressions;
using Pix2Pix.Realtime.Files;

namespace Pix2Pix.Realtime.Scenes;

/// <summary>Reads scenes from YAML files and writes them: objects with components, each with its properties. All errors of a file are reported together.</summary>
public static partial class SceneFile
{
    internal static readonly FileFormat Layout = new(1);
    private static readonly Dictionary<string, string> NoOverrides = [];

    /// <summary>Reads a scene and wakes it.</summary>
    /// <param name="path">A YAML file.</param>
    /// <param name="registry">The components that exist.</param>
    /// <param name="overrides">Values that take the place of the file's, by <c>Component.property</c>, e.g. <c>Translator.model</c>.</param>
    /// <param name="fault">See <see cref="Scene.Fault"/>; in force from the first wakening on.</param>
    /// <param name="trustsPrograms">Whether the file may name programs to start, see <see cref="Settings.Setting.IsProgram"/>; the overrides always may.</param>
    /// <exception cref="UserException">The file is missing or holds faults: one line each, with its path, line and column.</exception>
    public static Scene Load(
        string path, ComponentRegistry registry, IReadOnlyDictionary<string, string> overrides, Func<Behaviour, Exception, bool>? fault = null, bool trustsPrograms = false)
    {
        if (!File.Exists(path))
        {
            throw new UserException($"Expected a scene file, found none at '{path}'; name one that exists, such as sample-scenes/facade-paint.scene.yaml.");
        }

        return Parse(YamlFile.ReadText(path), path, registry, overrides, fault, trustsPrograms);
    }

    /// <summary>Whether a file is a scene, by its text: any other YAML file names no objects.</summary>
    /// <exception cref="IOException">It can't be read.</exception>
    public static bool IsScene(string path) => path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) && Objects().IsMatch(YamlFile.ReadText(path));

    /// <summary>The scene's own words about itself: the comment at its beginning, in one line.</summary>
    /// <exception cref="IOException">It can't be read.</exception>
    public static string Words(string path) =>
        string.Join(' ', YamlFile.ReadText(path).Split('\n').TakeWhile(line => line.StartsWith('#')).Select(line => line.TrimStart('#').Trim()));

    /// <summary>Reads a scene from text and wakes it.</summary>
    /// <param name="text">YAML.</param>
    /// <param name="name">What faults call the text, as a rule its path.</param>
    /// <param name="registry">The components that exist.</param>
    /// <param name="overrides">Values that take the place of the file's.</param>
    /// <param name="fault">See <see cref="Scene.Fault"/>.</param>
    /// <param name="trustsPrograms">Whether the text may name programs to start.</param>
    public static Scene Parse(
        string text, string name, ComponentRegistry registry, IReadOnlyDictionary<string, string> overrides, Func<Behaviour, Exception, bool>? fault = null,
        bool trustsPrograms = false)
    {
        // Components are made only when the whole file is right: a faulty one opens no window and loads no model.
        var plan = Read(text, name, registry, overrides, trustsPrograms);
        var scene = new Scene(plan.Name) { Fault = fault, Registry = registry };
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
        var original = File.Exists(source) ? YamlFile.ReadText(source) : null;
        var folder = FolderOf(path);
        AtomicFile.WriteText(path, Text(scene, original, FolderOf(openedFrom) == folder ? null : (FolderOf(openedFrom), folder)));
    }

    /// <summary>The text that <see cref="Save"/> writes.</summary>
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

        return Edited(original, wanted, registry) is { } edited && Says(edited, wanted, registry) ? edited : Checked(Head(original) + SceneWriter.Write(wanted), registry);
    }

    /// <summary>The comment at the beginning of a file: what the scene says about itself stays, whatever parts came and went.</summary>
    private static string Head(string? original) => original is null ? "" : string.Concat(original.ReplaceLineEndings("\n").Split('\n').TakeWhile(line => line.StartsWith('#')).Select(line => $"{line}\n"));

    /// <summary>The first fault of a text, in a sentence without a place; null = it can be opened.</summary>
    internal static string? Fault(string text, ComponentRegistry registry)
    {
        try
        {
            Read(text, "", registry, NoOverrides, trustsPrograms: true);
            return null;
        }
        catch (UserException fault)
        {
            var line = fault.Message.Split('\n')[0].TrimEnd('.');
            return $"{char.ToUpperInvariant(line[0])}{line[1..]}.";
        }
    }

    private static string? Edited(string? original, ScenePlan wanted, ComponentRegistry registry)
    {
        try
        {
            return original is null ? null : SceneEdit.Apply(original, Read(original, wanted.Name, registry, NoOverrides, trustsPrograms: true), wanted);
        }
        catch (UserException)
        {
            // Somebody broke the file while the scene ran: it is rewritten.
            return null;
        }
    }

    private static bool Says(string text, ScenePlan wanted, ComponentRegistry registry)
    {
        try
        {
            return Read(text, wanted.Name, registry, NoOverrides, trustsPrograms: true).Says(wanted);
        }
        catch (UserException)
        {
            return false;
        }
    }

    private static string Checked(string text, ComponentRegistry registry)
    {
        Read(text, "the scene", registry, NoOverrides, trustsPrograms: true);
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
            throw new UserException($"{plan.Type.Name}, line {plan.Node!.Start.Line}, can't be disabled, because it has no Update; remove its '{Behaviour.EnabledKey}: false'.");
        }

        return component;
    }

    private static ScenePlan Read(string text, string name, ComponentRegistry registry, IReadOnlyDictionary<string, string> overrides, bool trustsPrograms)
    {
        var reader = new SceneReader(name, registry, overrides, trustsPrograms);
        var plan = reader.ReadAll(YamlFile.Read(text, name, Layout));
        reader.Faults.ThrowIfAny();
        return plan;
    }

    [GeneratedRegex("^objects:", RegexOptions.Multiline)]
    private static partial Regex Objects();
}
