using System.Formats.Tar;

namespace Pix2Pix.Realtime.Training.Host;

/// <summary>What the training host says.</summary>
internal static class HostTexts
{
    public const string HostEnds = "Expected a running host, found one that is ending; start another.";
    public static string RunActive(string run) => $"Expected no active run, found '{run}'; stop it first.";
    public static string Share(double least, double found) => $"Expected a share of the time in {least}..1, found {found}; pause the run for less.";
    public static string NoRun(string what) => $"Expected an active run to {what}, found none; start one first.";
    public static string NoValue(string name) => $"Expected a value for '{name}', found null; send one.";
    public const string TheRequest = "the request";
    public const string StoppedEarly = "The run was stopped before its first step; nothing is lost, start it again.";
    public static string Starting(string command) => $"Starting {command}";
    public const string RanksEnded = "Expected the end of the run, found ranks that ended without one; continue with --resume.";

    public static string FolderNotRead(string folder, string message) => $"Expected a readable folder at '{folder}', but reading failed: {message}";
    public static string NoFile(string file, string found) => $"Expected a file at '{file}', found {found}; it may have been replaced by a newer one.";
    public static string DatasetName(string found) => $"Expected a folder's name for the dataset, found '{found}'.";
    public static string FilesMissing(int expected, int arrived) => $"expected {expected} files, found {arrived}";
    public static string DatasetIncomplete(string name, string message) => $"The dataset '{name}' was not received completely: {message}; send it again.";
    public static string DatasetEntry(string name, TarEntryType kind) => $"Expected regular files and folders in the dataset, found '{name}' of the kind {kind}; send it without that.";
    public static string PriorityNotLowered(int error) => $"The training process's priority could not be lowered (error {error})";
    public static string StdoutNotKept(int error) => $"Expected to keep stdout for the protocol, but the system call failed (error {error}); start the host with stdout and stderr open.";
}
