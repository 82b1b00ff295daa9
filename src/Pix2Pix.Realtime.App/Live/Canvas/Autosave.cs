using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Rendering.Gui;

namespace Pix2Pix.Realtime.App.Live.Canvas;

/// <summary>
/// Keeps the label map in the user's own data folder, a moment after each change and at the end, and brings it back at the next start, so
/// that neither a crash nor a forgotten Save loses it. One painting for each palette: a drawing is no house. Where the folder can't be written it says so once and the program continues. Main thread.
/// </summary>
internal sealed class Autosave : IDisposable
{
    private const double DelaySeconds = 2;
    private readonly LiveContext _live;
    private readonly LabelCanvasComponent _canvas;
    private readonly string _path;
    private long _savedVersion;
    private long _seenVersion;
    private double _due = double.PositiveInfinity;
    private bool _isOff;

    public Autosave(LiveContext live, LabelCanvasComponent canvas)
    {
        _live = live;
        _canvas = canvas;
        var palette = string.Join('-', canvas.Palette.Name.Split(Path.GetInvalidFileNameChars()));
        _path = UserFolders.Data($"canvas-{palette}.png");
    }

    /// <summary>Brings the last painting back.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Restore()
    {
        if (!File.Exists(_path))
        {
            return false;
        }

        try
        {
            var canvas = _canvas.Canvas;
            canvas.CopyFrom(LabelMapFile.Load(_path, _canvas.Palette, new PixelSize(canvas.Width, canvas.Height), out _), canvas.Bounds);
            _savedVersion = canvas.Version;
            return true;
        }
        catch (Exception fault) when (fault is UserException or IOException or UnauthorizedAccessException)
        {
            _live.Notices.Tell(ToastKind.Warning, $"The last painting could not be restored: {fault.Message}");
            return false;
        }
    }

    /// <summary>Once a frame: saves a moment after the first change that is not saved yet, also while the user paints on.</summary>
    public void Update(double seconds)
    {
        if (_canvas.Canvas.Version != _seenVersion)
        {
            _seenVersion = _canvas.Canvas.Version;
            _due = Math.Min(_due, seconds + DelaySeconds);
        }

        if (seconds >= _due)
        {
            _due = double.PositiveInfinity;
            Save();
        }

        _live.Frames.WakeAt(_due);
    }

    public void Dispose() => Save();

    /// <summary>Saves now, if there is something that is not saved.</summary>
    /// <returns>Whether the painting will be there at the next start.</returns>
    public bool Save()
    {
        if (_isOff || _canvas.Canvas.Version == _savedVersion)
        {
            return !_isOff;
        }

        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
            LabelMapFile.Save(_path, _canvas.Canvas.Map, _canvas.Palette);
            _savedVersion = _canvas.Canvas.Version;
            _live.Log.Write("kept", new { version = _savedVersion });
            return true;
        }
        catch (Exception fault) when (fault is UserException or IOException or UnauthorizedAccessException)
        {
            _isOff = true;
            _live.Notices.Tell(ToastKind.Warning, $"The painting is not saved for the next start: {fault.Message}");
            return false;
        }
    }
}
