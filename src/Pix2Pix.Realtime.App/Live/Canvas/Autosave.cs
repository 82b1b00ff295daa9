using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Painting;
using Pix2Pix.Realtime.Painting.Recording;
using Pix2Pix.Realtime.Rendering.Gui;

namespace Pix2Pix.Realtime.App.Live.Canvas;

/// <summary>
/// Keeps the label map and its newest undo steps in the person's own data folder, a moment after each change and at the end, and brings it back at the next start, so
/// that neither a crash nor a forgotten Save loses it. One painting for each palette and window: a drawing is no house, and two windows overwrite nothing of each other.
/// What can't be written is tried until it can; it says when the file falls behind and when it has caught up. Main thread.
/// </summary>
internal sealed class Autosave : IDisposable
{
    private const double DelaySeconds = 2;
    private const double RetrySeconds = 5;

    private readonly LiveContext _live;
    private readonly PaintSession _session;
    private readonly Palette _palette;
    private readonly string _stem;

    /// <summary>Null while the folder can't be written.</summary>
    private PaintingPlace? _place;

    /// <summary>The file that was brought back though its place could not be taken.</summary>
    private string? _shown;

    private long _savedVersion;
    private long _seenVersion;
    private double _due = double.PositiveInfinity;
    private bool _isBehind;

    /// <param name="live">Notified.</param>
    /// <param name="session">Whose label map and undo steps are kept.</param>
    /// <param name="palette">Its classes.</param>
    public Autosave(LiveContext live, PaintSession session, Palette palette)
    {
        (_live, _session, _palette) = (live, session, palette);
        var name = string.Join('-', palette.Name.Split(Path.GetInvalidFileNameChars()));
        _stem = UserFolders.Data($"canvas-{name}");
    }

    /// <summary>
    /// Brings back the painting that this window had in the scene before, or else the newest that no other window shows, and says where the others are.
    /// </summary>
    /// <returns>Whether there was one.</returns>
    public bool Restore()
    {
        var own = _live.Options.Visit?.Painting is { } painting && painting.Palette == _palette.Name ? painting.Path : null;
        IReadOnlyList<string> kept = [.. PaintingPlace.Kept(_stem).OrderBy(path => path != own)];
        try
        {
            _place = kept.Select(TakeIfFree).FirstOrDefault(place => place is not null) ?? PaintingPlace.TakeNew(_stem);
            foreach (var other in own is not null ? [] : kept.Where(path => path != _place.Path && IsFree(path)))
            {
                _live.Notices.Tell(ToastKind.Note, CanvasTexts.OtherPainting(other));
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Tell(fault);
            _shown = kept is [var newest, ..] ? newest : null;
        }

        return (_place?.Path ?? _shown) is { } path && File.Exists(path) && Load(path);
    }

    /// <summary>Once a frame: saves a moment after the first change that is not saved yet, also while the user paints on.</summary>
    public void Update(double seconds)
    {
        if (_session.Canvas.Version != _seenVersion)
        {
            _seenVersion = _session.Canvas.Version;
            _due = Math.Min(_due, seconds + DelaySeconds);
        }

        if (seconds >= _due)
        {
            _due = Save() ? double.PositiveInfinity : seconds + RetrySeconds;
        }

        _live.Frames.WakeAt(_due);
    }

    public void Dispose()
    {
        if (!Save())
        {
            Console.Error.WriteLine(CanvasTexts.NoRoomForPainting(Path.GetDirectoryName(_stem)));
        }

        _place?.Dispose();
    }

    /// <summary>Saves now, if there is something that is not saved.</summary>
    /// <returns>Whether the painting will be there at the next start.</returns>
    public bool Save()
    {
        if (_session.Canvas.Version == _savedVersion)
        {
            return true;
        }

        try
        {
            _place ??= (_shown is null ? null : TakeIfFree(_shown)) ?? PaintingPlace.TakeNew(_stem);
            LabelMapFile.Save(_place.Path, _session.Canvas.Map, _palette);
            UndoFile.Save(UndoOf(_place.Path), _session.History, _session.Canvas.Map);
            _savedVersion = _session.Canvas.Version;
            _live.Log.Write("kept", new { version = _savedVersion, path = _place.Path });
            if (_isBehind)
            {
                _isBehind = false;
                _live.Notices.Tell(ToastKind.Done, CanvasTexts.PaintingIsKept);
            }

            return true;
        }
        catch (Exception fault) when (fault is UserException or IOException or UnauthorizedAccessException)
        {
            Tell(fault);
            return false;
        }
    }

    /// <summary>Saves now, and says where the painting is.</summary>
    /// <returns>Null where it could not be saved.</returns>
    public KeptPainting? Keep() => Save() && _place is { } place ? new KeptPainting(place.Path, _palette.Name, _session.Canvas.Size) : null;

    private static PaintingPlace? TakeIfFree(string path) => PaintingPlace.TryTake(path, out var place) ? place : null;

    private static bool IsFree(string path)
    {
        using var place = TakeIfFree(path);
        return place is not null;
    }

    private bool Load(string path)
    {
        try
        {
            var canvas = _session.Canvas;
            canvas.CopyFrom(LabelMapFile.Load(path, _palette, new PixelSize(canvas.Width, canvas.Height), out _), canvas.Bounds);
            _savedVersion = canvas.Version;
            LoadUndo(UndoOf(path));
            return true;
        }
        catch (Exception fault) when (fault is UserException or IOException or UnauthorizedAccessException)
        {
            // The file is kept so that it can be repaired; this window's painting gets a file of its own.
            _live.Notices.Tell(ToastKind.Warning, CanvasTexts.PaintingNotRestored(fault.Message));
            _place?.Dispose();
            (_place, _shown) = (null, null);
            return false;
        }
    }

    private static string UndoOf(string path) => Path.ChangeExtension(path, ".undo");

    /// <summary>Without its undo steps the painting is still there.</summary>
    private void LoadUndo(string path)
    {
        try
        {
            UndoFile.Load(path, _session.History, _session.Canvas.Map);
        }
        catch (Exception fault) when (fault is UserException or IOException or UnauthorizedAccessException)
        {
            _live.Notices.Tell(ToastKind.Note, CanvasTexts.StepsNotRestored(fault.Message));
        }
    }

    /// <summary>Once, until it has caught up.</summary>
    private void Tell(Exception fault)
    {
        if (!_isBehind)
        {
            _isBehind = true;
            _live.Notices.Tell(ToastKind.Warning, CanvasTexts.PaintingNotKept(fault.Message.TrimEnd('.')));
        }
    }
}
