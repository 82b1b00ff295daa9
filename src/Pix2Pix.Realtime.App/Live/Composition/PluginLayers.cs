using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.App.Live.Translation;
using Pix2Pix.Realtime.Rendering.Graphics;
using Pix2Pix.Realtime.Scenes;

namespace Pix2Pix.Realtime.App.Live.Composition;

/// <summary>Draws the layers that plugins put over the translation; one that fails is disabled and the program continues. Main thread.</summary>
internal sealed class PluginLayers : IRenderable
{
    private readonly LiveContext _live;
    private readonly PluginFaults _faults;
    private readonly TranslatorComponent? _translator;
    private readonly (Behaviour Behaviour, ILayer Layer)[] _layers;
    private long _sequence;

    /// <param name="scene">Stays its owner's.</param>
    /// <param name="faults">Hears of layers that fail.</param>
    public PluginLayers(LiveContext live, Scene scene, PluginFaults faults)
    {
        (_live, _faults) = (live, faults);
        _translator = scene.Find<TranslatorComponent>();
        _layers = [.. scene.Objects.SelectMany(one => one.Components).Where(part => part is Behaviour and ILayer).Select(part => ((Behaviour)part, (ILayer)part))];
    }

    /// <summary>Asks for frame after frame while a layer moves, and for one after each translation.</summary>
    public void Advance()
    {
        foreach (var (behaviour, layer) in _layers)
        {
            if (behaviour.Enabled && layer.IsMoving)
            {
                _live.Frames.KeepDrawing();
            }
        }

        if (_layers.Length > 0 && _translator is { } translator && translator.Stamp.Sequence != _sequence)
        {
            // A layer may show the translation anywhere.
            _sequence = translator.Stamp.Sequence;
            _live.Frames.RequestDraw();
        }
    }

    public void Draw(RenderTarget screen)
    {
        var frame = new LayerFrame(_live.Device, screen, _live.Workspace.Translation, _translator?.Picture);
        foreach (var (behaviour, layer) in _layers)
        {
            try
            {
                if (behaviour.Enabled)
                {
                    layer.Draw(frame);
                }
            }
            catch (Exception fault) when (_faults.Survive(behaviour, fault))
            {
                behaviour.Enabled = false;
            }
        }
    }
}
