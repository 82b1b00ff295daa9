using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.App.Live.Translation;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Rendering.Graphics;
using Pix2Pix.Realtime.Rendering.Gui;
using Pix2Pix.Realtime.Scenes;
using Pix2Pix.Realtime.Scenes.Plugins;

namespace Pix2Pix.Realtime.App.Live.Composition;

/// <summary>
/// The components that come from plugins: finds them, draws those that draw, and does without one that fails: it is disabled, the person is
/// told, and the program goes on.
/// </summary>
internal sealed class PluginLayers(LiveContext stage) : IRenderable
{
    private readonly List<(Behaviour Behaviour, ILayer Layer)> _layers = [];
    private TranslatorComponent? _translator;
    private long _sequence;

    /// <summary>Reads the scene with the program's components and those of the plugins beside the scene and beside the program.</summary>
    public Scene Load()
    {
        var registry = LiveComponents.For(stage);
        var beside = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(stage.Options.Scene))!, "plugins");
        var own = Files.ProjectFolder.Under("plugins");
        foreach (var folder in new[] { beside, own }.Distinct())
        {
            foreach (var fault in PluginFolder.Register(folder, registry))
            {
                Tell(fault);
            }
        }

        var scene = SceneFile.Load(stage.Options.Scene, registry, stage.Options.Overrides, Survive);
        _translator = scene.Find<TranslatorComponent>();
        _layers.AddRange(scene.Objects.SelectMany(one => one.Components).Where(part => part is Behaviour and ILayer).Select(part => ((Behaviour)part, (ILayer)part)));
        stage.Join(this);
        return scene;
    }

    /// <summary>Asks for picture after picture while a layer moves, and for one after each translation. After the scene's LateUpdate.</summary>
    public void Advance()
    {
        foreach (var (behaviour, layer) in _layers)
        {
            if (behaviour.Enabled && layer.IsMoving)
            {
                stage.KeepDrawing();
            }
        }

        if (_layers.Count > 0 && _translator is { } translator && translator.Stamp.Sequence != _sequence)
        {
            // A layer may show the translation anywhere.
            _sequence = translator.Stamp.Sequence;
            stage.RequestDraw();
        }
    }

    public void Draw(RenderTarget screen)
    {
        var frame = new LayerFrame(stage.Device, screen, stage.Workspace.Translation, _translator?.Picture);
        foreach (var (behaviour, layer) in _layers)
        {
            try
            {
                if (behaviour.Enabled)
                {
                    layer.Draw(frame);
                }
            }
            catch (Exception fault) when (Survive(behaviour, fault))
            {
                behaviour.Enabled = false;
            }
        }
    }

    private bool Survive(Behaviour behaviour, Exception fault)
    {
        if (behaviour.Type is not { Plugin.Length: > 0 } type)
        {
            return false;
        }

        Tell($"{type.Name} of the plugin '{type.Plugin}' failed and is switched off: {fault.Message}");
        return true;
    }

    private void Tell(string sentence)
    {
        Console.Error.WriteLine($"pix2pix: {sentence}");
        stage.Tell(ToastKind.Fault, sentence);
    }
}
