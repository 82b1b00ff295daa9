namespace Pix2Pix.Realtime.Training;

/// <summary>What the verbs do that other programs of this repository start.</summary>
internal static class TrainingProgramTexts
{
    public const string BenchTrain = "The training rows of the performance table.";
    public const string BenchRanks = "What several ranks gain, for the performance table.";
    public const string BenchEager = "libtorch as a peer of the app's bench.";
    public const string Export = "Write the generator of a run; the app verifies it.";
    public const string Doctor = "Whether libtorch loads, and why.";
}
