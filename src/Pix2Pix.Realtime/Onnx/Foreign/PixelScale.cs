using System.Globalization;

namespace Pix2Pix.Realtime.Onnx.Foreign;

/// <summary>
/// How a network's numbers stand for pixels: <c>number = (pixel - mean) / deviation</c>, where a pixel runs from 0 to 1. One mean and one deviation for all channels, or
/// one for each. Immutable; any thread.
/// </summary>
public sealed class PixelScale : IEquatable<PixelScale>
{
    private const int MostChannels = 4;

    /// <summary>Names of scales, as people write them.</summary>
    private static readonly (string Name, PixelScale Scale)[] Known =
    [
        ("-1..1", new([0.5f], [0.5f])), ("0..1", new([0f], [1f])), ("0..255", new([0f], [1 / 255f])),
        ("imagenet", new([0.485f, 0.456f, 0.406f], [0.229f, 0.224f, 0.225f])),
    ];

    private readonly float[] _means;
    private readonly float[] _deviations;

    private PixelScale(float[] means, float[] deviations)
    {
        _means = means;
        _deviations = deviations;
    }

    /// <summary>-1..1: what pix2pix generators read and write.</summary>
    public static PixelScale Signed => Known[0].Scale;

    /// <summary>0..1, as many PyTorch models read and write.</summary>
    public static PixelScale Unit => Known[1].Scale;

    /// <summary>0..255: the pixel's own values, as floating-point numbers.</summary>
    public static PixelScale Byte => Known[2].Scale;

    /// <summary>How many channels it is for; 0 = any number.</summary>
    public int Channels => _means.Length == 1 ? 0 : _means.Length;

    /// <summary>What makes this scale of -1..1: <c>number = Factor · signed + Summand</c>.</summary>
    public (float Factor, float Summand) FromSigned(int channel)
    {
        var (mean, deviation) = Of(channel);
        return (1 / (2 * deviation), (0.5f - mean) / deviation);
    }

    /// <summary>What makes -1..1 of this scale: <c>signed = Factor · number + Summand</c>.</summary>
    public (float Factor, float Summand) ToSigned(int channel)
    {
        var (mean, deviation) = Of(channel);
        return (2 * deviation, (2 * mean) - 1);
    }

    /// <summary><c>-1..1</c>, <c>0..1</c>, <c>0..255</c>, <c>imagenet</c>, or <c>MEANS/DEVIATIONS</c> of pixels of 0..1, e.g. <c>0.5,0.5,0.5/0.2,0.2,0.2</c>.</summary>
    /// <exception cref="UserException">The text is none.</exception>
    public static PixelScale Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Known.FirstOrDefault(one => one.Name.Equals(text, StringComparison.OrdinalIgnoreCase)).Scale is { } known)
        {
            return known;
        }

        return text.Split('/') is [var means, var deviations] && Numbers(means) is { } all && Numbers(deviations) is { } spreads && all.Length == spreads.Length
            && all.Length is 1 or 3 or MostChannels && spreads.All(spread => spread > 0)
            ? new PixelScale(all, spreads)
            : throw new UserException($"Expected values as -1..1, 0..1, 0..255, imagenet, or means/deviations of pixels of 0..1 (such as 0.5,0.5,0.5/0.2,0.2,0.2), found '{text}'; write one of these.");
    }

    /// <summary>The text that <see cref="Parse"/> reads.</summary>
    public override string ToString() => Known.FirstOrDefault(one => one.Scale.Equals(this)).Name ?? $"{Words(_means)}/{Words(_deviations)}";

    /// <summary>Whether both have the same means and deviations.</summary>
    public bool Equals(PixelScale? other) => other is not null && _means.AsSpan().SequenceEqual(other._means) && _deviations.AsSpan().SequenceEqual(other._deviations);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as PixelScale);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(_means[0], _deviations[0]);

    private (float Mean, float Deviation) Of(int channel) => Channels == 0 ? (_means[0], _deviations[0]) : (_means[channel % Channels], _deviations[channel % Channels]);

    private static float[]? Numbers(string text)
    {
        var words = text.Split(',');
        var numbers = new float[words.Length];
        for (var i = 0; i < words.Length; i++)
        {
            if (!float.TryParse(words[i], NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[i]) || !float.IsFinite(numbers[i]))
            {
                return null;
            }
        }

        return numbers;
    }

    private static string Words(float[] numbers) => string.Join(',', numbers.Select(number => number.ToString("R", CultureInfo.InvariantCulture)));
}
