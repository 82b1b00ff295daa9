using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.App.Scenes;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Rendering.Gui;
using Pix2Pix.Realtime.Rendering.Gui.Controls;
using Pix2Pix.Realtime.Rendering.Gui.Drawing;
using Pix2Pix.Realtime.Rendering.Gui.Files;

namespace Pix2Pix.Realtime.App.Live.Panels;

/// <summary>The scenes as pictures, to open one in this window; at the first start also the welcome. UI thread; the pictures are read on the thread pool.</summary>
internal sealed class ScenesDialog
{
    private const float Width = 800;
    private const float Height = 584;
    private const float PictureSide = 160;
    private const float NoteHeight = 48;

    private static readonly FileFilter Files = new(PanelsTexts.SceneFiles, ".yaml");

    private readonly LiveContext _live;
    private readonly bool _isWelcome;
    private readonly bool _canTrain;
    private readonly IReadOnlyList<SceneEntry> _scenes;
    private readonly GridImage[] _grid;
    private int _chosen;
    private FileBrowser? _opening;
    private FileBrowser? _dataset;

    /// <param name="live">What is asked to open.</param>
    /// <param name="isWelcome">Whether this is the first that somebody sees of the program.</param>
    /// <param name="canTrain">Whether this scene has a Train page for a dataset.</param>
    public ScenesDialog(LiveContext live, bool isWelcome, bool canTrain)
    {
        (_live, _isWelcome, _canTrain) = (live, isWelcome, canTrain);
        _scenes = SceneFolders.List(live.Results.PicturesPath);
        _grid = [.. _scenes.Select(scene => new GridImage(scene.Name, null))];
        Task.Run(ReadPictures);
    }

    /// <summary>Shows it.</summary>
    /// <returns>Whether it stays.</returns>
    public bool Show(Ui ui)
    {
        if (_opening is not null)
        {
            return !Open(ui.Answered(ref _opening));
        }

        if (_dataset is not null)
        {
            return !Train(ui.Answered(ref _dataset));
        }

        using var dialog = ui.Dialog(_isWelcome ? PanelsTexts.Welcome : PanelsTexts.Scenes, Width, Height);
        if (_isWelcome)
        {
            ui.Note(PanelsTexts.WelcomeNote, Theme.Text);
            ui.Space();
        }

        var action = ui.ImageGrid("scenes", _grid, ref _chosen, ui.Remaining() - Theme.ControlHeight - NoteHeight - (3 * Theme.RowGap), PictureSide, out _);
        _live.Controls.Place("scenes");
        var scene = _chosen >= 0 && _chosen < _scenes.Count ? _scenes[_chosen] : null;
        var top = ui.Layout.Cursor;
        ui.Note(scene?.Words ?? "");
        ui.Space(NoteHeight - ((ui.Layout.Cursor - top) / ui.Scale));
        return Answers(ui, scene, isOpened: action == ListAction.Opened) && !dialog.IsDismissed;
    }

    /// <returns>Whether the dialog stays.</returns>
    private bool Answers(Ui ui, SceneEntry? scene, bool isOpened)
    {
        using (ui.Row(Track.Fill, Track.Fill, Track.Fill, Track.Fill))
        {
            if (ui.Button(PanelsTexts.OpenSceneFile, PanelsTexts.OpenSceneFileHint))
            {
                _opening = new FileBrowser(PanelsTexts.OpenASceneTitle, FileBrowserKind.OpenFile, _live.Results.PicturesPath, [Files, FileFilter.All]);
            }

            if (ui.Button(PanelsTexts.OpenDataset, PanelsTexts.OpenDatasetHint, isEnabled: _canTrain))
            {
                _dataset = new FileBrowser(PanelsTexts.ChooseDataset, FileBrowserKind.OpenFolder, _live.Results.PicturesPath);
            }

            var isClosed = ui.Button(_isWelcome ? PanelsTexts.JustPaint : PanelsTexts.Close, PanelsTexts.StayInScene);
            _live.Controls.Place("close scenes");
            var opens = ui.Button(PanelsTexts.Open, PanelsTexts.OpenChosenScene, isEnabled: scene is not null, isPrimary: true) || isOpened;
            _live.Controls.Place("open scene");
            return !(opens && Open(scene!.Path)) && !isClosed;
        }
    }

    /// <returns>Whether it was one.</returns>
    private bool Open(string? path)
    {
        if (path is not null)
        {
            _live.Quit.Open(path);
        }

        return path is not null;
    }

    /// <returns>Whether it was one.</returns>
    private bool Train(string? folder)
    {
        if (folder is not null)
        {
            (_live.Requests.Dataset, _live.Requests.Page) = (folder, "Train");
        }

        return folder is not null;
    }

    private void ReadPictures()
    {
        for (var i = 0; i < _scenes.Count; i++)
        {
            if (_scenes[i].Picture is { } file)
            {
                try
                {
                    _grid[i] = new GridImage(_scenes[i].Name, ImageFile.Load(file));
                }
                catch (Exception fault) when (fault is UserException or IOException or UnauthorizedAccessException)
                {
                    // A scene is opened without its picture.
                    _live.Log.Write("scene", new { path = file, fault = fault.Message });
                }
            }
        }

        _live.Pump.Wake();
    }
}
