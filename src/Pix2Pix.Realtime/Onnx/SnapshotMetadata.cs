using System.Globalization;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Settings;
using Pix2Pix.Realtime.Styles;

namespace Pix2Pix.Realtime.Onnx;

/// <summary>The metadata of a snapshot, read from ONNX Runtime's metadata map, so no reader needs the graph's classes.</summary>
/// <param name="Direction">Which half of a pair it translates.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Range">What its values run from and to, input and output alike.</param>
/// <param name="Palette">The name of the palette that it was trained with; empty = none.</param>
/// <param name="Statistics">Which statistics its norms use.</param>
/// <param name="Precision">How its weights are stored.</param>
/// <param name="Run">The name of the run that made it.</param>
/// <param name="Step">The training step that it was exported at.</param>
/// <param name="Probe">The trainer's answers, to be computed again at every load.</param>
internal sealed record SnapshotMetadata(
    Direction Direction, int Width, int Height, ValueRange Range, string Palette, NormStatistics Statistics,
    WeightPrecision Precision, string Run, long Step, Probe Probe)
{
    /// <summary>What its styles are; null = it has none.</summary>
    public ModelStyle? Style { get; init; }

    /// <summary>The producer's name in every file of ours; a file that bears it without its metadata was cut.</summary>
    public const string Producer = "pix2pix-realtime";

    private const string Prefix = "pix2pix.";
    private static readonly FileFormat Layout = new(1);

    /// <summary>Whether a file's metadata map is one of ours.</summary>
    public static bool IsIn(IReadOnlyDictionary<string, string> entries) => entries.ContainsKey($"{Prefix}{FileFormat.Key}");

    /// <summary>The entries of the file's metadata map, in the order they are written; the probe is last, so that no cut goes unseen.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> ToEntries() =>
    [
        new($"{Prefix}{FileFormat.Key}", Layout.Newest.ToString(CultureInfo.InvariantCulture)),
        new($"{Prefix}direction", Direction.ToString()),
        new($"{Prefix}size", string.Create(CultureInfo.InvariantCulture, $"{Width}x{Height}")),
        new($"{Prefix}range", Range.ToText()),
        new($"{Prefix}palette", Palette),
        new($"{Prefix}statistics", Lower(Statistics)),
        new($"{Prefix}precision", Lower(Precision)),
        new($"{Prefix}run", Run),
        new($"{Prefix}step", Step.ToString(CultureInfo.InvariantCulture)),
        .. Style is null ? Array.Empty<KeyValuePair<string, string>>() : [new($"{Prefix}style", Style.ToText())],
        new($"{Prefix}probe", Probe.ToString()),
    ];

    /// <exception cref="UserException">An entry is missing or can't be read, or a newer program wrote it; the sentence leaves it to the caller to name the file.</exception>
    public static SnapshotMetadata FromEntries(IReadOnlyDictionary<string, string> entries)
    {
        Layout.Require(Text(FileFormat.Key), file: null);
        var size = Text("size").Split('x');
        if (size.Length != 2
            || !int.TryParse(size[0], CultureInfo.InvariantCulture, out var width)
            || !int.TryParse(size[1], CultureInfo.InvariantCulture, out var height))
        {
            throw Unreadable("size");
        }

        return new SnapshotMetadata(
            Value<Direction>("direction"), width, height, ValueRanges.Parse(Text("range")), Text("palette"),
            Value<NormStatistics>("statistics"), Value<WeightPrecision>("precision"), Text("run"),
            long.TryParse(Text("step"), CultureInfo.InvariantCulture, out var step) ? step : throw Unreadable("step"),
            Probe.Parse(Text("probe")))
        {
            Style = entries.TryGetValue($"{Prefix}style", out var style) ? ModelStyle.Parse(style) : null,
        };

        string Text(string key) => entries.TryGetValue(Prefix + key, out var text)
            ? text
            : throw new UserException($"Expected metadata '{Prefix}{key}', found none; the file is truncated or changed; export it again.");

        T Value<T>(string key) where T : struct, Enum =>
            Enum.TryParse<T>(Text(key), ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : throw Unreadable(key);

        UserException Unreadable(string key) => new($"Expected readable metadata '{Prefix}{key}', found '{Text(key)}'; export the file again.");
    }

    private static string Lower<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();
}
