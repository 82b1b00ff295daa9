using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Settings;

namespace Pix2Pix.Realtime.Data;

/// <summary>Looks at every picture of a dataset and says what a user should know before training on it. Any thread.</summary>
internal static class DatasetCheck
{
    /// <summary>
    /// Over this share of pixels far from every class's colour, a half is no label map of the palette. So high because edges in JPEG label
    /// maps are blurred: of 324 real facade pairs every label half lies below and every photograph above.
    /// </summary>
    private const double MostForeign = 0.35;

    /// <summary>Decodes every file.</summary>
    /// <param name="folder">The dataset.</param>
    /// <param name="direction">Which half is the input.</param>
    /// <param name="palette">The classes of the input; null = it is no label map.</param>
    /// <param name="onPair">Called after each pair, from any thread; null = nobody asks.</param>
    /// <param name="side">Of the pictures that the generator is to learn, in pixels; 0 = not known.</param>
    public static DatasetFindings Run(DatasetFolder folder, Direction direction, Palette? palette, Action? onPair = null, int side = 0)
    {
        var pairs = folder.Train.Union(folder.Validation).Union(folder.Test).ToArray();
        var looks = new Look[pairs.Length];
        var labels = palette is null ? null : new LabelDecoder(palette);
        FileLoop.Run(pairs.Length, index =>
        {
            looks[index] = LookAt(pairs[index], direction, labels);
            onPair?.Invoke();
        });

        var readable = looks.Where(look => look.Fault is null).ToArray();
        var problems = folder.Unpaired.Select(file => $"'{file}' has no partner of the same name.").Concat(looks.Select(look => look.Fault).OfType<string>());
        return new DatasetFindings(
            readable.Length,
            [.. readable.GroupBy(look => look.Size).OrderByDescending(same => same.Count()).Select(same => (same.Key, same.Count()))],
            [.. problems],
            [.. folder.Remarks, .. TooSmall(readable, side), .. Remarks(readable, direction, palette, areSnapped: folder.Layout == PairLayout.CmpBase)],
            pairs.Where((_, index) => looks[index].Fault is not null).ToHashSet());
    }

    private static Look LookAt(PairFiles pair, Direction direction, LabelDecoder? labels)
    {
        try
        {
            var (a, b) = pair.Read();
            var (input, target, inputFile) = direction == Direction.AtoB ? (a, b, pair.A) : (b, a, pair.B);
            var reading = labels?.Read(input);
            var isForeign = reading?.ForeignShare > MostForeign;
            return new Look
            {
                Size = new PixelSize(target.Width, target.Height),
                HalvesDiffer = (input.Width, input.Height) != (target.Width, target.Height),
                InputIsJpeg = ImageFile.IsJpeg(inputFile),
                InputIsForeign = isForeign,
                Unknown = reading?.Unknown ?? 0,
                InputIsInOtherColors = !isForeign && reading?.IsInOwnColors == false,
                TargetIsForeign = isForeign && labels!.Read(target.OnWhite()).ForeignShare > MostForeign,
            };
        }
        catch (UserException fault)
        {
            return new Look { Fault = fault.Message };
        }
    }

    private static IEnumerable<string> TooSmall(Look[] looks, int side) => looks.Count(look => Math.Min(look.Size.Width, look.Size.Height) < side) is > 0 and var small
        ? [$"{small} of {looks.Length} photographs are smaller than the {side}x{side} pixels that the generator is to learn, and enlarged photographs teach blur; lower data.crop_size, or use larger photographs."]
        : [];

    private static IEnumerable<string> Remarks(Look[] looks, Direction direction, Palette? palette, bool areSnapped)
    {
        if (looks.Count(look => look.HalvesDiffer) is > 0 and var unequal)
        {
            yield return $"The halves of {unequal} pairs differ in size; training resizes both to the same square.";
        }

        if (palette is null)
        {
            yield break;
        }

        var foreign = looks.Count(look => look.InputIsForeign);
        if (foreign > 0 && looks.Count(look => look.TargetIsForeign) < foreign)
        {
            var other = direction == Direction.AtoB ? Direction.BtoA : Direction.AtoB;
            yield return $"The label maps seem to be the other half: {foreign} of {looks.Length} inputs have colours that are not in the palette {palette.Name}; try data.direction: {other}.";
        }
        else if (foreign > 0)
        {
            yield return $"{foreign} of {looks.Length} inputs have colours that are not in the palette {palette.Name}; if they are not label maps, set data.palette to an empty string.";
        }

        // A dataset is made by one tool; a few maps of few classes, blurred, may seem to be another's.
        var otherColors = looks.Count(look => look.InputIsInOtherColors);
        if (!areSnapped && otherColors * 2 > looks.Length)
        {
            yield return $"{otherColors} label maps use the colours of another tool; set data.snap_labels: true to convert them to the palette {palette.Name}.";
        }

        if (looks.Where(look => look.Unknown > 0).ToArray() is { Length: > 0 } partly)
        {
            yield return $"{partly.Sum(look => (long)look.Unknown)} pixels of {partly.Length} label maps are 255, which is no class of {palette.Name}: they are read as {palette.Background.Name}.";
        }

        if (looks.Count(look => look.InputIsJpeg && !look.InputIsForeign) is > 0 and var blurred)
        {
            yield return $"{blurred} label maps are JPEGs with blurred edges; data.soften_probability trains on both crisp and blurred maps, data.snap_labels makes all of them crisp.";
        }
    }

    private readonly record struct Look
    {
        /// <summary>Why the pair can't be read; null = it can.</summary>
        public string? Fault { get; init; }

        public PixelSize Size { get; init; }

        public bool HalvesDiffer { get; init; }

        public bool InputIsJpeg { get; init; }

        public bool InputIsForeign { get; init; }

        public bool InputIsInOtherColors { get; init; }

        public bool TargetIsForeign { get; init; }

        /// <summary>Pixels of the input that are 255 in a map of ids.</summary>
        public int Unknown { get; init; }
    }
}
