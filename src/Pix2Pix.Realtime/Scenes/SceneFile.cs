using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Pix2Pix.Realtime.Scenes;

/// <summary>Reads scenes from YAML files: objects with components, each with its properties. All faults of a file are reported together.</summary>
public static class SceneFile
{
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

        return Parse(File.ReadAllText(path), path, registry, overrides, fault);
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
        var yaml = new YamlStream();
        try
        {
            yaml.Load(new StringReader(text));
        }
        catch (YamlException broken)
        {
            throw new UserException($"{name}:{broken.Start.Line}:{broken.Start.Column} is not valid YAML: {broken.Message}", broken);
        }
        catch (Exception broken) when (broken is InvalidOperationException or ArgumentException)
        {
            // The reader has states of its own that some broken files lead it out of; it names no place then.
            throw new UserException($"{name} is not valid YAML: a key without a value, or a bracket that is never closed; look at what was changed last", broken);
        }

        var reader = new SceneReader(name, registry, overrides);
        var plans = reader.ReadAll(yaml.Documents is [var document, ..] ? document.RootNode : new YamlScalarNode(""));
        if (reader.Faults.Count > 0)
        {
            throw new UserException(string.Join('\n', reader.Faults));
        }

        // Components are made only now: a faulty file opens no window and loads no model.
        var scene = new Scene(reader.SceneName) { Fault = fault };
        scene.Add([.. plans.Select(plan => new GameObject(plan.Name, [.. plan.Components.Select(part => part.Type.Make(part.Values))]))]);
        return scene;
    }
}
