namespace Pix2Pix.Realtime.App.Training;

/// <summary>What the list of runs says.</summary>
internal static class RunListTexts
{
    public const string Runs = "Runs";
    public const string State = "State";
    public const string NoCheckpoint = "no checkpoint";
    public const string CanBeResumed = "can be resumed";
    public const string Step = "Step";
    public static string StepOf(long step, long steps) => $"{step:N0} of {steps:N0}";
    public const string Written = "Written";
    public const string Resume = "Resume";
    public const string ResumeHint = "Resume from its newest checkpoint, with its own settings";
    public const string StartFrom = "Start from it";
    public const string StartFromHint = "Start a new run from its generator, e.g. with other data or learning rates";
    public const string MakeFast = "Make it fast";
    public const string MakeFastHint = "Train a small generator that imitates this run's newest one, with the same data and number of steps. Resumes an unfinished one";
    public const string Rename = "Rename";
    public const string RenameHint = "Give the run's folder another name";
    public const string Delete = "Delete";
    public const string DeleteHint = "Delete the run with all its checkpoints and snapshots; you are asked first";
    public const string Folder = "Folder";
    public const string FolderHint = "Show the run's folder";
    public const string NewName = "New name";
    public const string NewNameHint = "Enter renames the run";
    public static string DeleteQuestion(string run) => $"Delete {run}?";
    public static string DeleteNote(string folder, long steps) => $"The folder {folder} with its {steps:N0} trained steps will be deleted. This can't be undone.";
    public static string NoFolderName(string name) => $"Expected a folder's name for the run, found '{name}'; choose one without / or \\.";
    public static string NameTaken(string folder) => $"Expected a new name for the run, found the existing '{folder}'; choose another.";
    public static string InUse(string run, string holder) => $"The run '{run}' is in use: {holder} trains there; stop it first.";
    public static string Deleted(string run) => $"Deleted {run}";
}
