namespace Pix2Pix.Realtime.App.Distill;

/// <summary>What 'distill' says.</summary>
internal static class DistillTexts
{
    public const string NoRunNamed = "Expected a run's folder after --run, found none.";
    public static string NoRun(string run) => $"Expected a run's folder with a config.yaml at '{run}', found none; name a folder in runs/.";
    public static string StudentExists(string file) => $"Expected a student without an int8 file, found '{file}'; remove it, or make another student with run.name=NAME.";
    public static string NoSnapshot(string folder) => $"Expected the student's snapshot in '{folder}', found none.";
    public const string TheRecipe = "the student's recipe";
}
