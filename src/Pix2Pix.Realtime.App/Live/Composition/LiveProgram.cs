using System.Runtime.InteropServices;
using Pix2Pix.Realtime.App.Live.Canvas;
using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.App.Live.Source;
using Pix2Pix.Realtime.App.Live.Translation;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Rendering.Graphics;
using Pix2Pix.Realtime.Rendering.Gui;
using Pix2Pix.Realtime.Rendering.Windowing;
using Pix2Pix.Realtime.Scenes;

namespace Pix2Pix.Realtime.App.Live.Composition;

/// <summary>Composes and runs the live canvas, in a window or in memory.</summary>
internal static class LiveProgram
{
    private const string Title = "pix2pix";

    /// <summary>The file was finished with the window that was lost.</summary>
    private const string Recording = "Recorder.recording";

    /// <summary>A driver that fails more often fails for good.</summary>
    private const int MostResets = 3;

    /// <summary>
    /// Opens the window and runs until the user closes it. When the graphics driver gives the window up another one is opened, with the painting, and the
    /// processor translates from then on.
    /// </summary>
    /// <exception cref="UserException">No window can be opened, the scene holds faults, or the graphics driver fails again and again.</exception>
    public static void RunWindow(LiveOptions options)
    {
        using var log = new EventLog(options.Log);
        for (var resets = 0; TryRun(options, log, resets) is { } lost; resets++)
        {
            log.Write("lost", new { message = lost.Message });
            options = resets < MostResets
                ? options with { SparesCard = true, Overrides = options.Overrides.Where(one => one.Key != Recording).ToDictionary() }
                : throw new UserException(lost.Message, lost);
        }
    }

    /// <returns>Null when the user ended it.</returns>
    private static ContextLostException? TryRun(LiveOptions options, EventLog log, int resets)
    {
        try
        {
            Run(options, log, resets);
            return null;
        }
        catch (ContextLostException lost)
        {
            return lost;
        }
    }

    /// <summary>One window, and one scene after the other in it.</summary>
    private static void Run(LiveOptions options, EventLog log, int resets)
    {
        // Disposed last, with the painting and the preferences kept.
        QuitRequest? quit = null;
        using var closing = new ConsoleClosing(() => Volatile.Read(ref quit)?.End());
        using var window = SystemWindow.Open(new WindowOptions(Title, options.Size)
        {
            MinimumSize = new PixelSize((int)Workspace.MinimumWidth, (int)Workspace.MinimumHeight),
            Place = options.Place,
        });
        using var pump = new WindowPump(window);
        var notice = resets == 0 ? null : CompositionTexts.GpuReset(options.Autosave);
        var (first, shown) = (options, options);
        while (true)
        {
            LiveSession session;
            try
            {
                session = Open(window, pump, options, log);
            }
            catch (UserException fault) when (options != shown)
            {
                // A scene that was opened from the window and has faults leaves the one before, as it was left.
                (options, notice) = (shown, fault.Message);
                continue;
            }

            using (session)
            {
                Volatile.Write(ref quit, session.Context.Quit);
                RunScene(window, session, notice);
                if (session.Context.Quit.Next is not { } next)
                {
                    return;
                }

                notice = null;
                (shown, options) = SceneChain.Next(first, session, next);
            }

            // What was pressed in the scene before is not the next one's.
            do
            {
                pump.Wait(TimeSpan.Zero);
            }
            while (!pump.Events.IsEmpty);
        }
    }

    /// <summary>A scene with its first picture, which must not wait for a first event, and in which its parts find each other.</summary>
    private static LiveSession Open(IWindow window, IPump pump, LiveOptions options, EventLog log)
    {
        window.Title = $"{Title} - {Path.GetFileName(options.Scene).Split('.')[0]}";
        var session = new LiveSession(window, pump, options, log);
        try
        {
            session.Loop.Frame();
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    private static void RunScene(IWindow window, LiveSession session, string? notice)
    {
        var (live, scene, loop) = (session.Context, session.Scene, session.Loop);
        using var preferences = new Preferences(live, scene);
        if (notice is not null)
        {
            live.Notices.Tell(ToastKind.Warning, notice);
        }

        // Ctrl-C ends it as closing the window does: the painting and the preferences are kept, a run in training saves itself.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
        window.WhenDisplayIsLost(() => SayGoodbye(scene));
        live.Log.Write("scene", new { path = live.Options.Scene });
        loop.Run();

        void End(PosixSignalContext signal)
        {
            signal.Cancel = true;
            live.Quit.End();
        }
    }

    /// <summary>Without a display there is no window to say it in, and no way back.</summary>
    private static void SayGoodbye(Scene scene) =>
        Console.Error.WriteLine(CompositionTexts.DisplayClosed(keepsPainting: scene.Find<LabelCanvasComponent>()?.Keep() == true));

    /// <summary>Draws frames in memory and writes the last one to a file.</summary>
    /// <returns>Whether nothing was told that a window would have shown as a fault.</returns>
    /// <exception cref="UserException">No off-screen context, no generator, or the scene holds faults.</exception>
    public static bool RunHeadless(LiveOptions options)
    {
        using var log = new EventLog(options.Log);
        using var context = new OffscreenContext(options.Size);
        using IPump pump = options.Clock == LiveClock.Stepped ? new SteppedPump() : new RealPump();
        Notices notices;
        using (var session = new LiveSession(context, pump, options, log))
        {
            notices = session.Context.Notices;
            RunHeadless(options, session, pump);
        }

        // What ends with the session, such as a recording, tells of its faults then.
        return !notices.HasFault;
    }

    private static void RunHeadless(LiveOptions options, LiveSession session, IPump pump)
    {
        var (scene, loop) = (session.Scene, session.Loop);
        var (canvas, translator, source) = (scene.Find<LabelCanvasComponent>(), scene.Find<TranslatorComponent>(), scene.Find<SourceComponent>());
        try
        {
            loop.Frame();
            for (var frame = 1; frame < options.Frames && IsMoreToCome(pump, canvas, translator, source); frame++)
            {
                loop.Step();
            }

            // With a real clock the last stroke's translation may still be under way.
            while (!pump.IsStepped && translator is { IsBusy: true })
            {
                loop.Step();
            }
        }
        catch (ContextLostException lost)
        {
            throw new UserException(lost.Message, lost);
        }

        if (options.Screenshot is { } path)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            ImageFile.Save(path, loop.Screenshot());
        }
    }

    private static bool IsMoreToCome(IPump pump, LabelCanvasComponent? canvas, TranslatorComponent? translator, SourceComponent? source) =>
        pump.IsStepped || canvas is { Recording.IsPlaying: true } || translator is { IsBusy: true } || source is { IsOn: true, Status: null or { IsOver: false } };
}
