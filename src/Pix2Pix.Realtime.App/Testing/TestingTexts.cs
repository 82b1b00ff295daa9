using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Settings;

namespace Pix2Pix.Realtime.App.Testing;

/// <summary>What 'test' says, on the console and on its page.</summary>
internal static class TestingTexts
{
    public const string NoGenerator = "Expected at least one of --model FILE and --run FOLDER, found none.";
    public const string NoData = "Expected a dataset's folder after --data, found none.";
    public static string Limit(int found) => $"Expected --limit of 0 or more, found {found}.";
    public static string NoSnapshot(string run) => $"Expected a snapshot in '{run}', found none; name a run's folder, or train on until its first snapshot.";
    public static string GeneratorsDiffer(FrameShape input, string palette, string file, FrameShape otherInput, string otherPalette, string otherFile) => $"Expected generators of one size and palette in a table, found {input}, '{palette}' in '{file}' and {otherInput}, '{otherPalette}' in '{otherFile}'; test them one at a time.";
    public static string NoPalette(string generator) => $"Expected a generator from label maps with --labels, found none of a palette in '{generator}'; leave --labels out.";
    public static string OtherDirection(Direction direction, string file) => $"Expected a network from photographs to label maps after --labels, found one of direction {direction} in '{file}'; train one with configs/labels.yaml.";
    public static string NotSquare(int least, FrameShape input, FrameShape output, string model) => $"Expected a generator of square pictures of at least {least} pixels to test, found {input} to {output} in '{model}'; translate its pairs with 'pix2pix translate' instead.";
    public static string NoPairs(string folder) => $"Expected test pairs in '{folder}' that can be read, found none; 'pix2pix data check' says why.";
    public static string Skipped(string skipped) => $"Skipped: {skipped}";
    public const string Translating = "translating test pairs";
    public static string OwnStyle(string name) => $"{name} (own style)";
    public static string RandomStyles(string name) => $"{name} (random styles)";
    public static string Written(string path) => $"written: {path}";

    public static string Sees(string figure, string sees, string help) => $"{figure}\n  sees: {sees}. {help}";
    public const string Overall = "overall: worst figure";
    public const string PsnrColumn = "PSNR dB";
    public static string MeanOf(int count, string note) => $"mean of {count} pairs; {note}";
    public const string Intervals = "KID with its 95% interval; pix2pix test --figures says what each figure measures.";
    public const string Floors = "floor = training photographs judged as a generator's pictures are, for label recovery the held-out ones; blurred, grid = the held-out photographs with that fault. Overall = the worst figure: 0 as photographs, 1 as wrong as blurred ones.";
    public static string Obedience(string group, double obedience, double sideEffect) => FormattableString.Invariant($"obedience: {group} is within ΔE {obedience:F1} of the requested value (median); the other colours of the style move by ΔE {sideEffect:F1}");
    public static string Diversity(double diversity, double share, double features, double featureShare) => FormattableString.Invariant($"diversity of 8 styles: {diversity:F3} per pixel ({share:F2} of that of 8 photographs), {features:F2} in features ({featureShare:F2})");

    public static string Shown(string generators) => $"input, {generators} and target";
    public static string InputOf(string pair) => $"input of {pair}";
    public static string OutputOf(string generator, string pair) => $"{generator} on {pair}";
    public static string TargetOf(string pair) => $"target of {pair}";
}
