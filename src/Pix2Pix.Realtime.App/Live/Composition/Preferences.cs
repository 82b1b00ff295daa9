using Pix2Pix.Realtime.App.Live.Canvas;
using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.App.Live.Views;
using Pix2Pix.Realtime.Rendering.Gui;
using Pix2Pix.Realtime.Rendering.Passes;
using Pix2Pix.Realtime.Rendering.Windowing;
using Pix2Pix.Realtime.Scenes;
using Pix2Pix.Realtime.Settings;

namespace Pix2Pix.Realtime.App.Live.Composition;

/// <summary>
/// Gives a scene the brush and the view that its person likes, and takes them back when it closes. What the scene's file or the command line says stays the scene's: it is neither
/// overridden nor remembered. Main thread.
/// </summary>
internal sealed class Preferences : IDisposable
{
    private readonly PersonalSettings _person;
    private readonly Workspace _work;
    private readonly IWindow? _window;
    private readonly LabelCanvasComponent? _canvas;
    private readonly TranslationViewComponent? _view;
    private readonly bool _isBrushOurs;
    private readonly bool _isModeOurs;
    private readonly bool _isFilterOurs;

    /// <param name="live">What is set up.</param>
    /// <param name="scene">Its canvas and view, started.</param>
    public Preferences(LiveContext live, Scene scene)
    {
        (_work, _window) = (live.Workspace, live.Window);
        (_person, _canvas, _view) = (live.Person, scene.Find<LabelCanvasComponent>(), scene.Find<TranslationViewComponent>());
        _isBrushOurs = IsOurs(_canvas, LabelCanvasComponent.FirstBrush);
        _isModeOurs = IsOurs(_view, TranslationViewComponent.Mode);
        _isFilterOurs = IsOurs(_view, TranslationViewComponent.Enlarging);
        if (_person.Fault is { } fault)
        {
            live.Notices.Tell(ToastKind.Fault, fault);
        }

        if (_isBrushOurs)
        {
            _canvas!.Session.Settings.SetSize(_person.Get(PersonalSettings.Shape), _person.Get(PersonalSettings.BrushSize));
        }

        if (_isModeOurs)
        {
            _view!.Set(TranslationViewComponent.Mode, _person.Get(PersonalSettings.View));
        }

        if (_isFilterOurs && _person.Get(PersonalSettings.ShowsPixels))
        {
            _view!.Set(TranslationViewComponent.Enlarging, UpscaleFilter.Nearest);
        }
    }

    public void Dispose()
    {
        if (_isBrushOurs)
        {
            _person.Set(PersonalSettings.BrushSize, _canvas!.Session.Settings.Size);
            _person.Set(PersonalSettings.Shape, _canvas.Session.Settings.Brush.Shape);
        }

        if (_isModeOurs)
        {
            _person.Set(PersonalSettings.View, _view!.Values!.Get(TranslationViewComponent.Mode));
        }

        if (_isFilterOurs)
        {
            _person.Set(PersonalSettings.ShowsPixels, _view!.Values!.Get(TranslationViewComponent.Enlarging) == UpscaleFilter.Nearest);
        }

        _person.Set(PersonalSettings.PanelWidth, (int)_work.InfoWidth);
        _person.Set(PersonalSettings.Panel, _work.InfoState);
        KeepPlace();
        _person.Save();
    }

    /// <summary>A window that fills the screen, or is minimised, has no place of its own.</summary>
    private void KeepPlace()
    {
        if (_window is not { IsMinimised: false } window || window.Place is not { IsEmpty: false } place)
        {
            return;
        }

        _person.Set(PersonalSettings.WindowX, place.X);
        _person.Set(PersonalSettings.WindowY, place.Y);
        _person.Set(PersonalSettings.WindowWidth, (int)MathF.Round(place.Width / window.ContentScale));
        _person.Set(PersonalSettings.WindowHeight, (int)MathF.Round(place.Height / window.ContentScale));
    }

    private static bool IsOurs(Behaviour? part, Setting property) => part?.Values is { } values && !values.IsSet(property);
}
