using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.Hosting;
using Pix2Pix.Realtime.Rendering.Gui;
using Pix2Pix.Realtime.Rendering.Gui.Controls;
using Pix2Pix.Realtime.Rendering.Gui.Drawing;

namespace Pix2Pix.Realtime.App.Training;

/// <summary>The last lines of a run and of the host that trains it. UI thread.</summary>
internal sealed class RunLog(LiveContext live)
{
    private const int MostLines = 300;
    private const float Height = 168;

    /// <summary>Losses come a few times a second; the log takes them so many seconds apart.</summary>
    private const double BetweenSteps = 10;

    private readonly LogLines _lines = new(MostLines);
    private double _nextStep;
    private string _folder = "";
    private bool? _isOpen = false;

    /// <summary>The host's own output.</summary>
    public void Add(string line)
    {
        _lines.Add(line);
        live.Log.Write("line", new { text = line });
    }

    public void Add(TrainingEvent happened)
    {
        if (happened is StepDone && live.Pump.Seconds < _nextStep)
        {
            return;
        }

        _nextStep = happened is StepDone ? live.Pump.Seconds + BetweenSteps : _nextStep;
        var text = EventText.Of(happened);

        // All that a run writes lies below its folder, which its first line names.
        Add(_folder.Length > 0 ? text.Replace(_folder, "", StringComparison.Ordinal) : text);
        _folder = happened is RunStarted started ? $"{started.Folder}/" : _folder;
    }

    /// <summary>Declares the lines, and a button that copies them all.</summary>
    public void Draw(Ui ui)
    {
        if (_lines.Count == 0)
        {
            return;
        }

        using (ui.Row(Track.Fill, Theme.ControlHeight))
        {
            if (ui.TreeRow(RunTexts.Log, ref _isOpen))
            {
                _isOpen = !_isOpen;
            }

            live.Controls.Place("log");
            if (ui.IconButton(Icon.Copy, RunTexts.CopyLog))
            {
                ui.Clipboard.Text = _lines.Text(0, _lines.Count - 1);
                live.Log.Write("copied", new { text = ui.Clipboard.Text });
            }

            live.Controls.Place("copy log");
        }

        if (_isOpen is true)
        {
            ui.Log("log", _lines, Height);
        }
    }
}
