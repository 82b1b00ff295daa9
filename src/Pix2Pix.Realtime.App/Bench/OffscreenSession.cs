using Pix2Pix.Realtime.App.Live.Canvas;
using Pix2Pix.Realtime.App.Live.Composition;
using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.App.Live.Panels;
using Pix2Pix.Realtime.App.Live.Translation;
using Pix2Pix.Realtime.App.Live.Views;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Painting;
using Pix2Pix.Realtime.Rendering.Windowing;

namespace Pix2Pix.Realtime.App.Bench;

/// <summary>The live program, whole and off-screen, for measuring: the same loop and the same parts that a user uses.</summary>
internal sealed class OffscreenSession : IDisposable
{
    private const double Turn = 0.13;
    private const int PointsPerClass = 64;

    private readonly EventLog _log = new(null);
    private readonly OffscreenContext _context;
    private readonly LiveSession _session;
    private int _points;

    /// <param name="model">The generator.</param>
    /// <param name="scene">A scene's text; null = the included one.</param>
    /// <param name="size">Of the picture, in pixels.</param>
    /// <param name="clock">Stepped = every frame waits for its own translation.</param>
    /// <param name="strokes">A stroke recording to replay; null = none.</param>
    /// <param name="provider">As in a scene file.</param>
    /// <param name="source">What is translated instead of the painting; null = the painting.</param>
    public OffscreenSession(string model, string? scene, PixelSize size, LiveClock clock, string? strokes = null, string provider = "auto", string? source = null)
    {
        var path = ProjectFolder.Under("sample-scenes", "facade-paint.scene.yaml");
        var overrides = new Dictionary<string, string> { ["Translator.model"] = model, ["Translator.provider"] = provider };
        if (source is not null)
        {
            overrides.Add("Source.from", source);
        }

        Options = new LiveOptions { Scene = path, Headless = true, Size = size, Strokes = strokes, Overrides = overrides, Visit = new SceneVisit(path) { Text = scene } };
        _context = new OffscreenContext(size);
        Pump = clock == LiveClock.Stepped ? new SteppedPump() : new RealPump();
        _session = new LiveSession(_context, Pump, Options, _log);
        Loop.Frame();
        Canvas = _session.Scene.Require<LabelCanvasComponent>();
        View = _session.Scene.Require<TranslationViewComponent>();
        Translator = _session.Scene.Require<TranslatorComponent>();
    }

    public LiveOptions Options { get; }

    public IPump Pump { get; }

    public LiveContext Live => _session.Context;

    public LiveLoop Loop => _session.Loop;

    public LabelCanvasComponent Canvas { get; }

    public TranslationViewComponent View { get; }

    public TranslatorComponent Translator { get; }

    /// <summary>A part of the scene that it may not have.</summary>
    public T? Find<T>() where T : class => _session.Scene.Find<T>();

    /// <summary>The panel of the included scene; other scenes may have none.</summary>
    public TrainingPanelComponent Training => _session.Scene.Require<TrainingPanelComponent>();

    /// <summary>Goes on with one endless stroke around the canvas, so that every call changes the picture.</summary>
    public void PaintOn()
    {
        var version = Canvas.Canvas.Version;
        while (Canvas.Canvas.Version == version)
        {
            PaintPoint(_points++);
        }
    }

    /// <summary>Paints on and runs the loop until one more translation is on the screen.</summary>
    public void NextTranslation()
    {
        var seen = Translator.Stamp.Sequence;
        PaintOn();
        Loop.Frame();
        while (Translator.Stamp.Sequence == seen)
        {
            Loop.Step();
        }
    }

    private void PaintPoint(int point)
    {
        var session = Canvas.Session;
        session.Settings.ClassId = Canvas.Palette.Classes[point / PointsPerClass % Canvas.Palette.Classes.Count].Id;

        var (middle, angle) = (Canvas.Canvas.Width / 2, point * Turn);
        var radius = middle * (0.3 + (0.6 * (point % 97 / 97.0)));
        var at = new PixelPoint(middle + (int)(radius * Math.Cos(angle)), middle + (int)(radius * Math.Sin(angle)));
        if (session.IsPainting)
        {
            session.Move(at);
        }
        else
        {
            session.Press(at);
        }
    }

    public void Dispose()
    {
        _session.Dispose();
        Pump.Dispose();
        _context.Dispose();
        _log.Dispose();
    }
}
