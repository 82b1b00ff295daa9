using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.Rendering.Gui;
using Pix2Pix.Realtime.Scenes;

namespace Pix2Pix.Realtime.App.Live.Composition;

/// <summary>Tells of plugins that failed, on the standard error and in the window; the program continues without the component. Main thread.</summary>
internal sealed class PluginFaults(LiveContext live)
{
    public void Tell(string sentence)
    {
        if (live.Window is not null)
        {
            Console.Error.WriteLine($"pix2pix: {sentence}");
        }

        live.Notices.Tell(ToastKind.Fault, sentence);
    }

    /// <returns>Whether the behaviour came from a plugin, so that the program continues without it.</returns>
    public bool Survive(Behaviour behaviour, Exception fault)
    {
        if (behaviour.Type is not { Plugin.Length: > 0 } type)
        {
            return false;
        }

        Tell(CompositionTexts.PluginFailed(type.Name, type.Plugin, fault.Message));
        return true;
    }
}
