using Pix2Pix.Realtime.Images;

namespace Pix2Pix.Realtime.Painting;

/// <summary>
/// Undo and redo of whole strokes, and of what was selected with them. A step holds only the other state of the rectangle that changed, and undoing exchanges the two, so
/// a step costs its rectangle once. When the steps outgrow the budget the oldest go. Thread contract: the canvas's thread.
/// </summary>
public sealed class PaintHistory
{
    /// <summary>Enough for a thousand strokes over all of a 512x512 canvas.</summary>
    private const int BudgetBytes = 256 << 20;

    private readonly LabelCanvas _canvas;
    private readonly LinkedList<PaintStep> _done = [];
    private readonly Stack<PaintStep> _undone = [];
    private int _bytes;
    private bool _hasForgotten;

    /// <summary>Begins the empty history of a canvas.</summary>
    /// <param name="canvas">What undo and redo change.</param>
    public PaintHistory(LabelCanvas canvas) => _canvas = canvas;

    /// <summary>Whether there is a step to take back.</summary>
    public bool CanUndo => _done.Count > 0;

    /// <summary>Whether there is a step that was taken back and can be done again.</summary>
    public bool CanRedo => _undone.Count > 0;

    /// <summary>Takes the canvas's last stroke back; false when there is none.</summary>
    public bool Undo()
    {
        if (_done.Last is not { } last)
        {
            return false;
        }

        _done.RemoveLast();
        _bytes -= last.Value.Cost;
        _canvas.Swap(last.Value.Area, last.Value.Pixels);
        _canvas.Selection = last.Value.Before;
        _undone.Push(last.Value);
        return true;
    }

    /// <summary>Does the stroke that was taken back last again; false when there is none.</summary>
    public bool Redo()
    {
        if (!_undone.TryPop(out var step))
        {
            return false;
        }

        _canvas.Swap(step.Area, step.Pixels);
        _canvas.Selection = step.After;
        Keep(step);
        return true;
    }

    /// <summary>Remembers how a rectangle looked before the stroke that just changed it.</summary>
    /// <param name="area">What changed.</param>
    /// <param name="pixelsBefore">Its classes before.</param>
    /// <param name="stroke">What changed it; null when the whole picture was replaced.</param>
    /// <param name="isClear">Whether it was replaced by nothing but background.</param>
    /// <param name="selectedBefore">What was selected before; what is selected now is the canvas's.</param>
    internal void Remember(PixelRect area, byte[] pixelsBefore, TimedStroke? stroke, bool isClear, Selection? selectedBefore)
    {
        _undone.Clear();
        Keep(new PaintStep(area, pixelsBefore, stroke, isClear, selectedBefore, _canvas.Selection));
    }

    /// <summary>The strokes that made the picture since it was replaced last, as far as they were not taken back.</summary>
    /// <param name="origin">What they were painted on.</param>
    public IReadOnlyList<TimedStroke> Recorded(out RecordingOrigin origin)
    {
        var strokes = new List<TimedStroke>();
        for (var step = _done.Last; step is not null; step = step.Previous)
        {
            if (step.Value.Stroke is not { } stroke)
            {
                origin = step.Value.IsClear ? RecordingOrigin.Empty : RecordingOrigin.Picture;
                strokes.Reverse();
                return strokes;
            }

            strokes.Add(stroke);
        }

        origin = _hasForgotten ? RecordingOrigin.Picture : RecordingOrigin.Beginning;
        strokes.Reverse();
        return strokes;
    }

    /// <summary>The newest steps that changed pixels, the oldest of them first; those that are taken back are not among them.</summary>
    /// <param name="mostBytes">Classes of all together; the newest one is always there.</param>
    /// <param name="most">Steps.</param>
    internal List<(PixelRect Area, byte[] Pixels)> Newest(int mostBytes, int most)
    {
        var steps = new List<(PixelRect Area, byte[] Pixels)>();
        for (var (step, bytes) = (_done.Last, 0); step is not null && steps.Count < most; step = step.Previous)
        {
            bytes += step.Value.Pixels.Length;
            if (bytes > mostBytes && steps.Count > 0)
            {
                break;
            }

            if (!step.Value.Area.IsEmpty)
            {
                steps.Add((step.Value.Area, step.Value.Pixels));
            }
        }

        steps.Reverse();
        return steps;
    }

    /// <summary>Takes over the steps of an earlier session. Their strokes are not known, so a recording begins after them.</summary>
    /// <param name="steps">Those that led to the canvas as it is, the oldest first.</param>
    internal void Restore(IEnumerable<(PixelRect Area, byte[] Pixels)> steps)
    {
        foreach (var (area, pixels) in steps)
        {
            Keep(new PaintStep(area, pixels, Stroke: null, IsClear: false, Before: null, After: null));
        }
    }

    private void Keep(PaintStep step)
    {
        _done.AddLast(step);
        _bytes += step.Cost;
        while (_bytes > BudgetBytes && _done.First is { } oldest && oldest != _done.Last)
        {
            _bytes -= oldest.Value.Cost;
            _done.RemoveFirst();
            _hasForgotten = true;
        }
    }
}
