namespace Pix2Pix.Realtime.Training.CommandLine;

/// <summary>What the training program's command line says.</summary>
internal static class CommandLineTexts
{
    public static string Skipped(string problem) => $"Skipped: {problem}";
    public const string Stopping = "Finishing the step and saving; press Ctrl-C again to stop at once.";
    public const string StoppingRanks = "Stopping: the ranks finish the step, and rank 0 saves.";
    public static string Starting(string command) => $"Starting {command}";
    public static string RankFailed(string rank, string message) => $"On {rank}: {message}";
    public static string ClientGone(string message) => $"The client has disconnected: {message}";

    public static string StyleUnknown(int numbers, string file) => $"Expected weights of a generator without styles, found one with a style of {numbers} numbers in '{file}', which does not say what they mean; export it from its run's folder with --run.";
    public static string NoCheckpoint(string folder) => $"Expected a checkpoint in '{folder}', found no complete one; train until the first one is saved.";
    public static string ValidationOf(double l1, string statistics, long step) => $"validation L1 {l1:F4} (statistics: {statistics}, step {step})";
    public static string ValidationByImage(double l1) => $"validation L1 {l1:F4} (statistics: image)";
    public const string StatisticsCost = "The validation L1 with the training data's statistics is more than 5% higher than with each image's own; train longer with frozen statistics, or set generator.statistics to image.";
}
