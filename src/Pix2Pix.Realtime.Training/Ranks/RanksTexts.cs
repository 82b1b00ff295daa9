namespace Pix2Pix.Realtime.Training.Ranks;

/// <summary>Texts about several ranks.</summary>
internal static class RanksTexts
{
    public static string NoOpenMpi(int ranks, string hint) => $"Expected Open MPI's mpirun for training.ranks {ranks}, found none; {hint}.";
    public static string OtherMpi(int ranks, string program, string words, string hint) => $"Expected Open MPI's mpirun for training.ranks {ranks}, found another MPI's at '{program}' ('{words}'); {hint}.";
    public const string UseOneRank = "use Linux or macOS, or training.ranks=1";
    public static string TooFewPairs(int ranks, int pairs) => $"Expected at least as many training pairs as ranks ({ranks}), found {pairs}; use fewer ranks or more pairs.";
    public const string FirstConfiguration = "rank 0's configuration";
    public static string SettingDiffers(string path, string own, string first) => $"{path} is {own} and on rank 0 {first}";
    public static string ConfigurationDiffers(string differences) => $"Expected the same configuration as on rank 0, but {differences}; start all ranks with one configuration.";
    public static string PairCountDiffers(string first, string found) => $"Expected the {first} training pairs that rank 0 has, found {found}; give every machine the same dataset.";
    public const string PairsDiffer = "Expected the training pairs that rank 0 has, found as many with other contents; give every machine the same dataset.";
    public static string WeightsDiffer(long step) => $"Expected the same weights as on rank 0 after step {step}, found other ones; use machines of one kind, and continue from the newest checkpoint with --resume.";
    public static string RankOn(string rank, string host) => $"rank {rank} on {host}";
    public static string RankKilled(string lost) => $"Expected all ranks until the end, but {lost} was killed; continue from the newest checkpoint with --resume.";
    public const string SomeRank = "one (mpirun says above which)";
    public static string RanksFailed(int exitCode) => $"Expected all ranks to end well, but mpirun ended with exit code {exitCode}; its output is above.";
}
