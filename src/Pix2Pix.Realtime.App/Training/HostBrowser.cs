using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.Hosting;
using Pix2Pix.Realtime.Rendering.Gui;
using Pix2Pix.Realtime.Rendering.Gui.Controls;
using Pix2Pix.Realtime.Rendering.Gui.Drawing;
using Pix2Pix.Realtime.Rendering.Windowing;

namespace Pix2Pix.Realtime.App.Training;

/// <summary>
/// Finds a folder on the machine that trains, by asking its host: it alone knows what a path means there. Keep one for as long as the dialog
/// is open. UI thread; the answers come from the thread pool.
/// </summary>
internal sealed class HostBrowser
{
    private const float Width = 560;
    private const float Height = 520;

    private readonly LiveContext _live;
    private readonly TrainingSession _session;
    private FolderListing _listing = new("", [], []);
    private string[] _names = [];
    private Icon[] _icons = [];
    private string _path = "";
    private string _fault = "";
    private int _entry = -1;
    private bool _isAsking;
    private Reply? _reply;

    /// <param name="live">Stays its owner's.</param>
    /// <param name="session">Whose host is asked; stays its owner's.</param>
    public HostBrowser(LiveContext live, TrainingSession session)
    {
        (_live, _session) = (live, session);
        Ask("");
    }

    /// <summary>The chosen path on the host's machine; null until then.</summary>
    public string? Chosen { get; private set; }

    /// <summary>Shows the dialog; declare it after everything else.</summary>
    /// <returns>Yes = <see cref="Chosen"/> is there; No = the user gave up.</returns>
    public Answer Show(Ui ui)
    {
        Take();
        using (var dialog = ui.Dialog(TrainingTexts.ChooseOnHost, Width, Height))
        {
            if (dialog.IsDismissed)
            {
                return Answer.No;
            }

            PathRow(ui);
            var action = ui.List("host entries", _names, ref _entry, ui.Remaining() - Theme.LineHeight - Theme.ControlHeight - (2 * Theme.RowGap), _icons);
            if (action != ListAction.Nothing && _icons[_entry] == Icon.Folder)
            {
                _path = $"{_listing.Folder}/{_names[_entry]}";
                if (action == ListAction.Opened)
                {
                    Ask(_path);
                }
            }

            ui.Label(_isAsking ? TrainingTexts.AskingHost : _fault, _isAsking ? Theme.TextDim : Theme.Bad);
            return Answers(ui);
        }
    }

    private void PathRow(Ui ui)
    {
        using (ui.Row(Theme.ControlHeight, Theme.ControlHeight, Track.Fill))
        {
            if (ui.IconButton(Icon.Up, TrainingTexts.ParentFolder, new Shortcut(Key.Up, KeyModifiers.Alt)))
            {
                Ask($"{_listing.Folder}/..");
            }

            if (ui.IconButton(Icon.Refresh, TrainingTexts.Refresh, Key.F5))
            {
                Ask(_listing.Folder);
            }

            if (ui.TextBox("##host path", ref _path, "path", TrainingTexts.PathHint) == Typed.Entered)
            {
                Ask(_path);
            }

            _live.Controls.Place("host path", _path);
        }
    }

    private Answer Answers(Ui ui)
    {
        using (ui.Row(Track.Fill, 120, 120))
        {
            ui.Label("");
            var isNo = ui.Button(TrainingTexts.Cancel);
            Chosen = ui.Button(TrainingTexts.UseFolder, isEnabled: _path.Length > 0, isPrimary: true) ? _path : null;
            _live.Controls.Place("use folder");
            return Chosen is not null ? Answer.Yes : isNo ? Answer.No : Answer.NotYet;
        }
    }

    private void Take()
    {
        if (Interlocked.Exchange(ref _reply, null) is not { } reply)
        {
            return;
        }

        (_isAsking, _fault) = (false, reply.Fault);
        if (reply.Listing is { } listing)
        {
            (_listing, _path, _entry) = (listing, listing.Folder, -1);
            _names = [.. listing.Folders, .. listing.Files];
            _icons = [.. listing.Folders.Select(_ => Icon.Folder), .. listing.Files.Select(_ => Icon.File)];
            _live.Log.Write("browsed", new { folder = listing.Folder, folders = listing.Folders.Count });
        }
    }

    private void Ask(string folder)
    {
        _isAsking = true;
        _ = Task.Run(async () =>
        {
            Reply reply;
            try
            {
                reply = new Reply(await (await _session.HostAsync()).BrowseAsync(folder, CancellationToken.None), "");
            }
            catch (Exception fault)
            {
                reply = new Reply(null, fault.Message);
            }

            Volatile.Write(ref _reply, reply);
            _live.Pump.Wake();
        });
    }

    private sealed record Reply(FolderListing? Listing, string Fault);
}
