using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.App.Live.Panels;
using Pix2Pix.Realtime.Rendering.Windowing;
using Pix2Pix.Realtime.Scenes;

namespace Pix2Pix.Realtime.App.Live.Composition;

/// <summary>The live program, composed: the context, the scene with its plugins, the frame loop. A window, a headless run, benches and tests all run this. Main thread.</summary>
internal sealed class LiveSession : IDisposable
{
    /// <param name="context">Current on this thread; stays its owner's.</param>
    /// <param name="pump">Input and time; stays its owner's.</param>
    /// <param name="log">Stays its owner's.</param>
    /// <exception cref="UserException">The scene holds faults.</exception>
    public LiveSession(IGraphicsContext context, IPump pump, LiveOptions options, EventLog log)
    {
        Context = new LiveContext(context, pump, options, log);
        try
        {
            var faults = new PluginFaults(Context);
            Scene = SceneLoader.Load(Context, faults);
            Context.Join(new PluginLayers(Context, Scene, faults));
            var shell = new WindowShell(Context, Scene);
            Loop = new LiveLoop(Context, Scene, shell.Update);
        }
        catch
        {
            Scene?.Dispose();
            Context.Dispose();
            throw;
        }
    }

    public LiveContext Context { get; }

    public Scene Scene { get; }

    public LiveLoop Loop { get; }

    public void Dispose()
    {
        Loop.Dispose();
        Scene.Dispose();
        Context.Dispose();
    }
}
