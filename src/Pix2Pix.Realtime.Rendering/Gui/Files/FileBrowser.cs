using Pix2Pix.Realtime.Rendering.Gui.Controls;
using Pix2Pix.Realtime.Rendering.Gui.Drawing;
using Pix2Pix.Realtime.Rendering.Windowing;

namespace Pix2Pix.Realtime.Rendering.Gui.Files;

/// <summary>
/// Finds a file or folder: places at the left, the folder's content at the right, and a path that can be typed, with Tab completing it.
/// Keep one for as long as the dialog is open. Thread contract: the UI thread.
/// </summary>
internal sealed class FileBrowser
{
    private const float Width = 760;
    private const float Height = 520;
    private const float PlacesWidth = 176;

    private readonly string _title;
    private readonly FileBrowserKind _kind;
    private readonly IReadOnlyList<FileFilter> _filters;
    private readonly string[] _filterNames;
    private readonly DirectoryListing _listing = new();
    private readonly List<string> _placeNames = [];
    private readonly List<string> _placePaths = [];
    private string _path;
    private int _filter;
    private int _entry = -1;
    private int _place = -1;
    private string _fault = "";
    private bool _wasShown;

    /// <summary>The file that is there already and would be replaced; null = nothing is asked.</summary>
    private string? _replaced;

    /// <param name="title">What happens with the answer, e.g. <c>Open a label map</c>.</param>
    /// <param name="kind">What is looked for.</param>
    /// <param name="start">A folder, or a file that becomes the proposal. One that isn't there any more becomes the home folder.</param>
    /// <param name="filters">Which files, the usual one first; none = all.</param>
    /// <param name="recent">Folders or files of earlier, the newest first.</param>
    public FileBrowser(string title, FileBrowserKind kind, string start, IReadOnlyList<FileFilter>? filters = null, IReadOnlyList<string>? recent = null)
    {
        (_title, _kind) = (title, kind);
        _filters = filters is { Count: > 0 } ? filters : [FileFilter.All];
        _filterNames = [.. _filters.Select(filter => filter.Name)];
        AddPlaces(recent ?? []);
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        _path = Directory.Exists(start) || Directory.Exists(Path.GetDirectoryName(start)) ? Path.GetFullPath(start) : home;
        Enter(Directory.Exists(_path) ? _path : Path.GetDirectoryName(_path)!, keepsPath: true);
    }

    /// <summary>The chosen absolute path; null until then.</summary>
    public string? Chosen { get; private set; }

    private FileFilter? Filter => _kind == FileBrowserKind.OpenFolder ? null : _filters[_filter];

    /// <summary>Shows the dialog, and the question whether a file may be replaced; declare it after everything else.</summary>
    /// <returns>Yes = <see cref="Chosen"/> is there; No = the user gave up.</returns>
    public Answer Show(Ui ui)
    {
        if (_replaced is { } file)
        {
            return AskToReplace(ui, file);
        }

        using (var dialog = ui.Dialog(_title, Width, Height))
        {
            if (dialog.IsDismissed)
            {
                return Answer.No;
            }

            PathRow(ui);
            var height = ui.Remaining() - Theme.ControlHeight - Theme.PanelPadding;
            using (ui.Row(PlacesWidth, Track.Fill))
            {
                if (ui.List("places", _placeNames, ref _place, height) != ListAction.Nothing)
                {
                    Open(_placePaths[_place]);
                    _place = -1;
                }

                Entries(ui, height);
            }

            ui.Space(Theme.PanelPadding - Theme.RowGap);
            return Answers(ui);
        }
    }

    private void PathRow(Ui ui)
    {
        using (ui.Row(Theme.ControlHeight, Theme.ControlHeight, Track.Fill))
        {
            if (ui.IconButton(Icon.Up, "Parent folder", new Shortcut(Key.Up, KeyModifiers.Alt)) && Path.GetDirectoryName(_listing.Folder) is { } parent)
            {
                Enter(parent);
            }

            if (ui.IconButton(Icon.Refresh, "Refresh", Key.F5))
            {
                Enter(_listing.Folder, keepsPath: true);
            }

            if (!_wasShown)
            {
                // Typing a name is the first thing that a user does, Enter the second.
                _wasShown = true;
                ui.Focus.Set(ui.Id("##path"));
            }

            if (ui.HasKeyboardOf("##path"))
            {
                PathKeys(ui);
            }

            var typed = ui.TextBox("##path", ref _path, "path", "Type a path; Tab completes it, Enter opens it");
            if (typed == Typed.Entered)
            {
                Open(PathCompletion.Expand(_path));

                // Gone into a folder, or refused: the next thing is typed again, unless something else has the keyboard now.
                _wasShown = Chosen is not null || ui.Focus.Current != 0;
            }
            else if (typed == Typed.Edited)
            {
                FollowPath();
            }
        }
    }

    private void PathKeys(Ui ui)
    {
        if (ui.Input.TakeKey(Key.Tab))
        {
            _path = PathCompletion.Complete(_path, Filter);
            FollowPath();
        }

        var by = ui.Input.TakeKey(Key.Down) ? 1 : ui.Input.TakeKey(Key.Up) ? -1 : 0;
        if (by != 0 && _listing.Names.Count > 0)
        {
            _entry = Math.Clamp(_entry + by, 0, _listing.Names.Count - 1);
            TakeEntry();
        }
    }

    private void Entries(Ui ui, float height)
    {
        using (ui.Scope(_listing.Folder))
        {
            var action = ui.List("entries", _listing.Names, ref _entry, height, _listing.Icons);
            if (_listing.Fault.Length > 0 || _fault.Length > 0)
            {
                ui.Paint.Text(ui.LastRect, _fault.Length > 0 ? _fault : _listing.Fault, Drawing.TextStyle.Body, Theme.Bad, Drawing.TextAlign.Centre);
            }

            if (action == ListAction.Chosen)
            {
                TakeEntry();
            }
            else if (action == ListAction.Opened)
            {
                Open(_listing.PathOf(_entry));
            }
        }
    }

    private void TakeEntry()
    {
        // A name to save under outlives a look into folders.
        _path = _kind == FileBrowserKind.SaveFile && _listing.IsFolder(_entry) ? _path : _listing.PathOf(_entry);
        _fault = "";
    }

    private Answer AskToReplace(Ui ui, string file)
    {
        var answer = ui.Confirm("Replace the file?", $"{file} already exists.", "Replace", losesSomething: true);
        if (answer != Answer.NotYet)
        {
            _replaced = null;
            Chosen = answer == Answer.Yes ? file : null;
            _wasShown = Chosen is not null;
        }

        return Chosen is null ? Answer.NotYet : Answer.Yes;
    }

    private Answer Answers(Ui ui)
    {
        using (ui.Row(Track.Fill, 120, 120))
        {
            if (_filterNames.Length > 1)
            {
                if (ui.DropDown("##filter", ref _filter, _filterNames))
                {
                    Enter(_listing.Folder, keepsPath: true);
                }
            }
            else
            {
                ui.Label(_kind == FileBrowserKind.OpenFolder ? "" : _filterNames[0], Theme.TextDim);
            }

            var isNo = ui.Button("Cancel");
            if (ui.Button(_kind == FileBrowserKind.SaveFile ? "Save" : _kind == FileBrowserKind.OpenFolder ? "Use this folder" : "Open", key: Key.Enter, isPrimary: true))
            {
                Choose(PathCompletion.Expand(_path));
            }

            return Chosen is not null ? Answer.Yes : isNo ? Answer.No : Answer.NotYet;
        }
    }

    /// <summary>A folder is gone into, a file is chosen, and so is the folder that is wanted and was gone into already.</summary>
    private void Open(string path)
    {
        var isWanted = _kind == FileBrowserKind.OpenFolder && Path.GetFullPath(path) == _listing.Folder;
        if (Directory.Exists(path) && !isWanted)
        {
            Enter(path);
        }
        else
        {
            Choose(path);
        }
    }

    private void Choose(string path)
    {
        path = _kind == FileBrowserKind.SaveFile && !Directory.Exists(path) ? _filters[_filter].Complete(path) : path;
        var (isFolder, isFile) = (Directory.Exists(path), File.Exists(path));
        (_fault, Chosen) = _kind switch
        {
            FileBrowserKind.OpenFolder => isFolder ? ("", path) : ("This folder does not exist.", null),
            FileBrowserKind.OpenFile => isFile ? ("", path) : ("This file does not exist.", null),
            _ => !isFolder && Directory.Exists(Path.GetDirectoryName(path)) ? ("", path) : ("Enter a file name in an existing folder.", (string?)null),
        };
        if (_kind == FileBrowserKind.SaveFile && isFile)
        {
            (_replaced, Chosen) = (Chosen, null);
        }
    }

    private void Enter(string folder, bool keepsPath = false)
    {
        var name = _kind == FileBrowserKind.SaveFile && _path.Length > 0 && !Directory.Exists(_path) ? Path.GetFileName(_path) : "";
        _listing.Read(folder, Filter);
        (_entry, _fault) = (-1, "");
        _path = keepsPath ? _path : Path.Combine(folder, name);
    }

    /// <summary>Shows the folder that is being typed.</summary>
    private void FollowPath()
    {
        var path = PathCompletion.Expand(_path);
        var folder = Directory.Exists(path) ? path : Path.GetDirectoryName(path);
        if (folder is not null && folder != _listing.Folder && Path.IsPathRooted(folder) && Directory.Exists(folder))
        {
            Enter(folder, keepsPath: true);
        }
    }

    private void AddPlaces(IReadOnlyList<string> recent)
    {
        AddPlace("Home", Environment.GetFolderPath(Environment.SpecialFolder.UserProfile));
        AddPlace("Pictures", Environment.GetFolderPath(Environment.SpecialFolder.MyPictures));
        AddPlace("Current folder", Environment.CurrentDirectory);
        foreach (var drive in DriveInfo.GetDrives().Where(drive => drive.DriveType is DriveType.Fixed or DriveType.Removable).Take(4))
        {
            AddPlace(drive.Name, drive.Name);
        }

        foreach (var path in recent)
        {
            AddPlace(Path.GetFileName(Path.TrimEndingDirectorySeparator(path)), path);
        }
    }

    private void AddPlace(string name, string path)
    {
        if (Path.Exists(path) && !_placePaths.Contains(path))
        {
            _placeNames.Add(name);
            _placePaths.Add(path);
        }
    }
}
