namespace Pix2Pix.Realtime.Training.Runs;

/// <summary>Texts about a run: how it begins, goes on and ends.</summary>
internal static class RunsTexts
{
    public const string NoConfig = "Expected --config FILE, such as configs/quick.yaml, or --resume with a checkpoint, found neither.";
    public static string NoCheckpointYet(string folder) => $"There is no checkpoint in {folder} yet; the run starts from the beginning.";
    public static string NoCheckpoint(string file) => $"Expected a checkpoint at '{file}', found none; name a file in a run's checkpoints/, or 'latest'.";
    public static string CheckpointUnusable(string file, string message) => $"The checkpoint '{file}' can't be used: {message}; resume from the previous one.";
    public const string TheCheckpointsRecipe = "the checkpoint's recipe";
    public static string ChangedSetting(string path, string value, string before) => $"{path} is {value}, was {before}";
    public static string OtherNetworks(string differences) => $"Expected the same networks as in the checkpoint, but {differences}; set them back, or start another run with run.name=NAME.";
    public static string OtherWeights(long count, string name, int found) => $"Expected {count} values of '{name}' in the checkpoint, found {found}: it belongs to other networks; resume with the configuration of that run.";
    public static string PrecisionChosen(string precision, string note) => $"training.precision auto became {precision} by timing on this machine.{note}";
    public static string PrecisionNote(string config) => $" The same seed gives the same run with the precision that is written into '{config}', not with auto.";

    public static string NoTeacher(string from, string launcher) => $"Expected a run's folder or a snapshot (.onnx) as teacher.from, found '{from}'; convert other files with '{launcher} export --weights FILE -o TEACHER.onnx'.";
    public static string NoTeacherSnapshot(string folder) => $"Expected a snapshot to learn from in '{folder}', found none; train that run until its first snapshot.";
    public static string ChannelPairs(int inputs, int outputs) => $"{inputs} in and {outputs} out";
    public static string ChannelSettings(int inputs, int outputs) => $"data.input_channels={inputs} data.target_channels={outputs}";
    public const string MendDepth = "generator.depth so that both are as small";
    public static string TeacherDiffers(string what, string wanted, string found, string mend) => $"its {what}: expected {wanted} as this run has, found {found} (set {mend}, or use another teacher)";
    public static string TeacherUnfit(string path, string faults) => $"The teacher '{path}' does not fit this run. {faults}.";

    public static string MeasuringStyle(int pairs) => $"Measuring the style of {pairs} training pairs, once for the whole run; of large pictures this takes up to a minute.";
    public const string StatisticsFrozen = "The norms' statistics were estimated over the training inputs and are frozen from now on.";
    public const string Complete = "The run is complete.";
    public const string Stopped = "Stopped and saved; continue with Resume in the window, or with --resume.";
    public static string NotSaved(long step, string reason, string folder) => $"Expected to save the run's state at its end, step {step}, but {reason}; fix that, then continue with --resume from the newest checkpoint in '{folder}'.";
    public const string LossNotFinite = "a loss is NaN or infinite";
    public const string WeightsNotFinite = "the weights contain NaN or infinity";
    public const string CheckpointSkipped = "Checkpoint skipped: the weights contain NaN or infinity.";
    public static string GivenUp(int times, string why, int most) => $"Training failed {times} times ({why}), even with the learning rates halved {most} times; lower optimizer.generator_lr and optimizer.discriminator_lr and start again.";
    public static string RolledBack(string why, long step) => $"Training failed: {why}; the run continues from step {step} with half the learning rates.";
    public static string CheckpointNotSaved(string message) => $"The checkpoint could not be saved; training continues: {message}";
    public static string NotWritten(string reason) => $"it could not be written ({reason})";
    public const string SampleSheet = "sample sheet";
    public static string OutputNotWritten(string what, string message) => $"The {what} could not be written; training continues: {message}";

    public static string UNet(int levels) => $"U-Net of {levels} levels";
    public static string ResNet(int blocks) => $"ResNet of {blocks} blocks";
    public static string OnBlocks(int patch) => $" on blocks of {patch}x{patch} pixels";
    public const string AndFeatures = " and early features";
    public static string StyleOf(string name, int numbers) => $" style '{name}' of {numbers} numbers;";
    public static string Together(int ranks, int pairs, string rates) => $" {ranks} ranks with {pairs} pairs a step, learning rates {rates}, batch statistics of each rank's own pairs;";
    public static string Times(double factor, string settings) => FormattableString.Invariant($"times {factor:0.##} ({settings})");
    public const string AsForOneRank = "as for one rank";
    public static string LearnsFrom(string name, int width, double weights) => FormattableString.Invariant($"learns from {name}, width {width}, {weights:f2} M weights; ");
    public static string Summary(string network, string blocks, int width, string generator, string discriminator, string patches, string features, string style, string lessons, string precision, int threads, string together, string memory) => FormattableString.Invariant($"{network}{blocks}, width {width}, {generator} M weights; discriminator {discriminator} M, patches of {patches} pixels{features};{style} {lessons}{precision} on {threads} threads;{together} {memory}");
}
