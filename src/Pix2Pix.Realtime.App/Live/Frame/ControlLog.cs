using System.Globalization;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Rendering.Gui;

namespace Pix2Pix.Realtime.App.Live.Frame;

/// <summary>Writes where the panel's controls lie and that they were pressed, so that a reader of the log can use them. Main thread.</summary>
internal sealed class ControlLog(Ui ui, EventLog log)
{
    private readonly Dictionary<string, (PixelRect Rect, string Text)> _places = [];

    /// <summary>Logs the control that was declared last: its place and text whenever they changed, and each press.</summary>
    /// <param name="name">What the log calls it.</param>
    /// <param name="text">What is written in it.</param>
    public void Place(string name, string text = "")
    {
        if (!log.IsOn)
        {
            return;
        }

        var now = (ui.LastRect, text);
        if (!_places.TryGetValue(name, out var before) || before != now)
        {
            _places[name] = now;
            log.Write("control", new { name, x = ui.LastRect.X + (ui.LastRect.Width / 2), y = ui.LastRect.Y + (ui.LastRect.Height / 2), text });
        }

        if (ui.LastDid.IsClicked)
        {
            log.Write("pressed", new { name });
        }
    }

    /// <inheritdoc cref="Place(string, string)"/>
    public void Place(string name, int text)
    {
        if (log.IsOn)
        {
            Place(name, text.ToString(CultureInfo.InvariantCulture));
        }
    }
}
