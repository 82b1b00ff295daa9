using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Painting;
using Pix2Pix.Realtime.Painting.Recording;
using Pix2Pix.Realtime.Painting.Tools;

namespace Pix2Pix.Realtime.App.Live.Canvas;

/// <summary>
/// The stamps that a person made of selections, one folder for each palette with the person's data. A stamp's file is a recording of the one stroke that places it, so that
/// it fits canvases of all sizes. Main thread.
/// </summary>
internal sealed class OwnStamps
{
    private const int Most = 64;

    private readonly LiveContext _live;
    private readonly Palette _palette;
    private readonly LabelCanvas _canvas;
    private readonly string _folder;
    private readonly List<OwnStamp> _all = [];

    public OwnStamps(LiveContext live, Palette palette, LabelCanvas canvas)
    {
        (_live, _palette, _canvas) = (live, palette, canvas);
        _folder = UserFolders.Data("stamps", string.Join('-', palette.Name.Split(Path.GetInvalidFileNameChars())));
        if (live.Window is not null && Directory.Exists(_folder))
        {
            live.Notices.Try(Load);
        }
    }

    /// <summary>In the order in which they were made.</summary>
    public IReadOnlyList<OwnStamp> All => _all;

    /// <summary>Makes a stamp of a piece and keeps it.</summary>
    /// <returns>The stamp; null where it can't be one, which was told.</returns>
    public OwnStamp? Keep(Cutout piece)
    {
        OwnStamp? kept = null;
        _live.Notices.Try(() =>
        {
            Check(piece, CanvasTexts.TheSelection);
            if (_all.Count >= Most)
            {
                throw new UserException(CanvasTexts.TooManyStamps(Most, _all.Count, _folder));
            }

            Directory.CreateDirectory(_folder);
            var path = ResultFolders.NewFile(_folder, "stamp-001.yaml");
            var stroke = new Stroke(StampTool.OwnName, _palette.Background.Id, BrushShape.Round, 1, Mirror: false, PaintRepeat.None, [new(_canvas.Width / 2, _canvas.Height / 2)]) { Piece = piece };
            StrokeFile.Save(path, [new TimedStroke(0, 0, stroke)], _palette.Classes, _canvas.Size);
            kept = Add(path, piece);
            _live.Log.Write("stamp", new { path });
            _live.Notices.TellSaved(CanvasTexts.StampKept(path), path);
        });
        return kept;
    }

    /// <summary>Says so where a stamp is larger than the canvas.</summary>
    /// <returns>Whether it fits.</returns>
    public bool Fits(OwnStamp stamp)
    {
        var fits = false;
        _live.Notices.Try(() =>
        {
            Check(stamp.Tool.Piece!, $"'{stamp.Path}'");
            fits = true;
        });
        return fits;
    }

    private void Load()
    {
        foreach (var path in Directory.EnumerateFiles(_folder, "*.yaml").Order(StringComparer.Ordinal).Take(Most))
        {
            _live.Notices.Try(() =>
            {
                if (StrokeFile.Load(path, _palette.Classes, _canvas.Size) is not [{ Stroke.Piece: { } piece }])
                {
                    throw new UserException(CanvasTexts.NoStamp(path));
                }

                Add(path, piece);
            });
        }
    }

    private OwnStamp Add(string path, Cutout piece)
    {
        var stamp = new OwnStamp(path, new StampTool(piece), CanvasTexts.OwnStamp(piece.Size, path));
        _all.Add(stamp);
        return stamp;
    }

    private void Check(Cutout piece, string where)
    {
        if (piece.Size.Width > _canvas.Width || piece.Size.Height > _canvas.Height)
        {
            throw new UserException(CanvasTexts.StampTooLarge(_canvas.Size, piece.Size, where));
        }
    }
}
