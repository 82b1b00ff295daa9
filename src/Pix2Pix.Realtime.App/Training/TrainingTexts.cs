namespace Pix2Pix.Realtime.App.Training;

/// <summary>What the Train page says.</summary>
internal static class TrainingTexts
{
    public const string TrainGenerator = "Train a generator";
    public const string Dataset = "Dataset";
    public const string DatasetPlaceholder = "synth, or a folder of pairs";
    public const string DatasetHint = "A folder in pix2pix's layout, two folders A and B, or synth for drawn facades";
    public const string Browse = "Browse";
    public const string BrowseHint = "Choose a dataset's folder on this machine";
    public const string ChooseDataset = "Choose a dataset";
    public const string OnHost = "On the host";
    public const string OnHostHint = "Choose a dataset's folder on the training machine";
    public const string SendToHost = "Send to the host";
    public const string SendToHostHint = "This folder is on this machine: copy it to the training machine";
    public static string Sending(string folder) => $"Sending {folder}";
    public static string NotSent(string message) => $"The dataset could not be sent: {message}";
    public const string Name = "Name";
    public const string NamePlaceholder = "a folder's name";
    public const string NameHint = "Name of the run: its folder in runs/";
    public const string StartsFrom = "Starts from";
    public const string StartsFromHint = "The generator to start from: a run's folder, or an .onnx snapshot, .pth or .safetensors file; empty = the preset's where canvas and width are its own, else new weights";
    public const string NewWeights = "new weights";
    public const string Preset = "Preset";
    public const string PresetHint = "The recipe that all other settings come from";
    public const string Width = "Width";
    public const string WidthHint = "Channels of the first level; the cost grows with the square";
    public const string Steps = "Steps";
    public const string StepsHint = "How long to train";
    public const string Start = "Start";
    public const string StartHint = "Start training; you can paint meanwhile";

    public const string Advanced = "Advanced";
    public const string ResetHint = "Reset to the preset's value";

    public const string Looking = "Looking ...";
    public const string Swap = "Swap input and target";
    public const string SwapHint = "Translate in the other direction (data.direction)";
    public static string MoreSkipped(int count) => $"... and {count} more skipped files";

    public static string Estimate(string time, string memory) => $"Estimate: {char.ToLowerInvariant(time[0])}{time[1..]}; {memory}.";
    public static string About(string time, string source) => $"About {time} by {source}";
    public const string UnknownLength = "Of unknown length";
    public static string SpeedOf(string run) => $"the speed of {run}";
    public const string SpeedOfSize = "the network size alone (a first guess)";
    public static string Seconds(double seconds) => FormattableString.Invariant($"{seconds:0} seconds");
    public static string Minutes(double minutes) => FormattableString.Invariant($"{minutes:0} minutes");
    public static string Hours(double hours) => FormattableString.Invariant($"{hours:0.0} hours");
    public static string Days(double days) => FormattableString.Invariant($"{days:0.0} days");

    public const string ChooseOnHost = "Choose a dataset on the training machine";
    public const string AskingHost = "Asking the host ...";
    public const string ParentFolder = "Parent folder";
    public const string Refresh = "Refresh";
    public const string PathHint = "A path on the training machine; Enter opens it";
    public const string Cancel = "Cancel";
    public const string UseFolder = "Use this folder";

    public const string PaintPairs = "Paint your own pairs";
    public const string PairsIn = "Pairs in";
    public const string PairsInPlaceholder = "a folder of your own";
    public const string PairsInHint = "Folder for new pairs: a new one, or one with side-by-side pairs. No file is overwritten";
    public const string ChoosePairs = "Choose a folder for your pairs";
    public const string Picture = "Picture";
    public const string Photograph = "a photograph";
    public const string PhotographHint = "The photograph of what the canvas shows; it is cropped to the canvas's aspect ratio";
    public const string ChoosePhotograph = "Choose the photograph of this canvas";
    public const string Pictures = "Pictures";
    public const string AddPair = "Add canvas + picture";
    public const string AddPairHint = "Save a new pair: the photograph on the left, the canvas on the right";
    public static string Added(string path) => $"Added {path}";
}
