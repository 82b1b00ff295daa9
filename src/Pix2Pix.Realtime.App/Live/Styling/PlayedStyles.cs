using Pix2Pix.Realtime.Painting.Recording;
using Pix2Pix.Realtime.Styles;

namespace Pix2Pix.Realtime.App.Live.Styling;

/// <summary>Changes of style that a stroke recording plays, until the generator takes them: it may be loaded later than the first of them. Main thread.</summary>
/// <param name="warn">Hears what a recording asks for and the generator lacks.</param>
internal sealed class PlayedStyles(Action<string> warn)
{
    private readonly HashSet<string> _unknown = new(StringComparer.OrdinalIgnoreCase);
    private readonly Queue<(TimedStyle Style, double Speed)> _waiting = new();

    /// <param name="speed">How many times as fast as it was recorded.</param>
    public void Take(TimedStyle style, double speed) => _waiting.Enqueue((style, speed));

    /// <summary>Gives up the changes that wait: there is a generator, and it has no style. Reported once.</summary>
    public void Refuse(string generator)
    {
        if (_waiting.Count > 0 && _unknown.Add(""))
        {
            warn(StylingTexts.RecordingWithoutStyles(generator));
        }

        _waiting.Clear();
    }

    /// <summary>The first change that waits, as a style of the generator's; what its definition lacks is reported once and ignored.</summary>
    /// <param name="style">As long as the definition's count; becomes the style.</param>
    /// <param name="seconds">How long the change takes.</param>
    /// <returns>Whether one waits.</returns>
    public bool TryTake(StyleDefinition definition, Span<float> style, out double seconds)
    {
        if (!_waiting.TryDequeue(out var next))
        {
            seconds = 0;
            return false;
        }

        seconds = next.Style.Fade / next.Speed;
        definition.Neutral.CopyTo(style);
        foreach (var (name, numbers) in next.Style.Style)
        {
            if (definition.Find(name)?.Count == numbers.Length)
            {
                numbers.CopyTo(style[definition.IndexOf(name)..]);
            }
            else if (_unknown.Add(name))
            {
                warn(StylingTexts.RecordingUnknownName(name, string.Join(", ", definition.Groups.Select(group => group.Name))));
            }
        }

        definition.Bound(style);
        return true;
    }
}
