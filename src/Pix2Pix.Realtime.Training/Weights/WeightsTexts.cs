using Pix2Pix.Realtime.Onnx;

namespace Pix2Pix.Realtime.Training.Weights;

/// <summary>Texts about weights that were trained elsewhere, and about snapshots.</summary>
internal static class WeightsTexts
{
    public static string WrongKind(string found) => $"Expected a file of weights, found {found}; check the path.";
    public const string Empty = "Expected a file of weights, found an empty one; copy or download it again.";
    public static string NotReadable(string reason) => $"Expected a PyTorch state dictionary or a safetensors file, but it can't be read as one ({reason}); save it with torch.save(net.state_dict(), FILE).";
    public static string NothingToStartFrom(string place, string other) => $"Expected a run's folder or a file of weights as generator.start_from at '{place}' or '{other}', found neither; name one that exists, or set generator.start_from=\"\" to begin with new weights.";
    public static string NoCheckpoint(string folder) => $"Expected a checkpoint in '{folder}' to start from, found no complete one; train that run longer.";
    public static string OtherLayers(long wanted, string name, string run, int found) => $"Expected {wanted} values of '{name}' in the run '{run}', found {found}: its generator has other layers; use the same generator settings as in {run}/config.yaml, generator.patch included.";
    public static string NoSnapshot(string path) => $"Expected a snapshot at '{path}', found none.";
    public static string ForeignSnapshot(string path) => $"Expected a snapshot exported by this program, found another .onnx file in '{path}': its layers are unknown; name another.";
    public static string Int8Snapshot(string path) => $"Expected an fp32 or fp16 snapshot, found int8 in '{path}'; name the file that it was made from.";
    public static string OtherSnapshot(string path) => $"Expected the weights of a U-Net or ResNet in the snapshot '{path}', found others; export it again.";
    public static string UnusableSnapshot(string path, string message) => $"The snapshot '{path}' can't be used: {message}";

    public static string OtherDimensions(string convolution, WeightTensor found) => $"Expected 4 dimensions of '{convolution}.weight', found {found}: the file contains another kind of generator.";
    public const string RunningStatistics = "running statistics";
    public static string NotAllWeights(string network, int missing, string names, string left) => $"Expected every weight of {network}, found {missing} missing ({names}) and {left} left over; save all of the generator's state_dict().";
    public const string NoWeights = "no weights";
    public static string SuchWeights(int count, string names) => $"{count} weights such as {names}";
    public static string WrongLength(string name, int count, WeightTensor found) => $"Expected '{name}' to be [{count}], found {found}.";
    public static string MoreSuchWeights(int count, string names, string more) => $" ({count} such weights: {names}{more})";
    public static string WrongShape(string wanted, string name, string found, string more, string generator, string hint) => $"Expected [{wanted}] as '{name}', found {found}{more}: the weights belong to {generator}.{hint}";
    public static string NoStyle(string generator, int style) => $"Expected weights of a generator without styles for this network, found {generator} and a style of {style} numbers; set generator.style=described.";
    public static string SeveralGenerators(int count, string names) => $"Expected one generator, found {count} ({names}); save the state_dict() of the one that you mean.";
    public static string UnknownGenerator(string found) => $"Expected the weights of a U-Net or ResNet generator as the PyTorch code of pix2pix and pix2pixHD or this program names them, found {found}.";
    public const string FoldedNorms = " Snapshots with generator.statistics running have their norms folded into the convolutions: set generator.norm to none, or start from the run's folder.";
    public static string Generator(string kind, int width, int depth, int patch, string norm, int inputChannels, int outputChannels) => FormattableString.Invariant($"a {kind} with generator.width {width}, generator.depth {depth}, generator.patch {patch}, generator.norm {norm}, {inputChannels} channels in and {outputChannels} out");
    public static string ResNet(int blocks, int levels) => $"a ResNet of {blocks} blocks and {levels} halvings";
    public static string UNet(int levels) => $"a U-Net of {levels} levels";
    public static string WrongKernel(string name, WeightTensor found) => $"Expected the kernel of a generator with generator.patch 1, 2 or 4 as '{name}', found {found}; export the generator again.";
}
