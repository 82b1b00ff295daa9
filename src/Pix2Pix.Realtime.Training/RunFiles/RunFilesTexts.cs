namespace Pix2Pix.Realtime.Training.RunFiles;

/// <summary>Texts about a run's folder and its files.</summary>
internal static class RunFilesTexts
{
    public static string NoRun(string path) => $"Expected a run's folder with a config.yaml at '{path}', found none; name a folder in runs/.";
    public static string RunExists(string root) => $"Expected a new run folder, found the existing '{root}', which is never overwritten; continue it with --resume, or choose another name with run.name=NAME.";
    public static string RunInUse(string root, string holder) => $"The run folder '{root}' is in use: {holder} trains there; wait for its end or stop it, or choose another name with run.name=NAME.";
    public static string NotWritable(string root, string message) => $"Expected to write into '{root}', but writing failed: {message} Choose another folder with run.folder=FOLDER.";
    public static string NotWritten(string file, string message) => $"{file} could not be written; training continues: {message}";
    public static string Replaced(string name, string reason, string aside) => $"{name} can't be continued ({reason}): it is now {aside}, and a new one is started.";
    public static string DoneWithout(string name, string reason) => $"{name} can't be written, training continues without it: {reason}";
    public static string NotRegular(string found) => $"expected a regular file, found {found}";
}
