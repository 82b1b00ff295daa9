namespace Pix2Pix.Realtime.App.Live.Styling;

/// <summary>Texts about styles.</summary>
internal static class StylingTexts
{
    public const string Style = "Style";
    public const string Fade = "Fade";
    public const string Random = "Random";
    public const string RandomHint = "A style as the generator's training set has them";
    public const string Neutral = "Neutral";
    public const string NeutralHint = "The mean of the training set";
    public const string FromPicture = "From a picture";
    public const string FromPictureHint = "Take the style of a photograph; of a pair of a photograph and its label map it is measured exactly";
    public const string FromPictureTitle = "Take the style of a photograph";
    public const string Images = "Images";
    public const string MeanColour = "The mean colour; click to change it";
    public const string Save = "Save style";
    public const string SaveHint = "Keep this style, with a picture of your canvas in it";
    public const string Delete = "Delete";
    public const string DeleteHint = "Remove the chosen style";

    public static string Measured(string name) => $"Style measured from {name} by its label map";
    public static string Estimated(string name) => $"Style estimated from {name}: it has no label map beside it, so each colour is the whole picture's";
    public static string NoStyles(string found) => $"Expected a generator with styles, found {found}; load one that was trained with generator.style=described.";
    public static string WithoutStyles(string name) => $"{name}, which has none";
    public const string NoGenerator = "no generator";
    public static string NoStylesFor(string name) => $"Expected a generator with styles for '{name}', found none; load one that was trained with generator.style=described.";
    public static string NoNumber(string name, double value) => $"{name}: expected a number, found {value}; the previous style stays.";
    public static string UnknownName(string name, string names) => $"The generator's style has no '{name}'; it has {names}.";
    public static string RecordingWithoutStyles(string generator) => $"The recording changes the style, and {generator} has none; the strokes are painted.";
    public static string RecordingUnknownName(string name, string names) => $"The recording sets the style's '{name}', which this generator's style lacks (it has {names}); the rest is set.";
}
