using Pix2Pix.Realtime.Generators;
using static Pix2Pix.Realtime.Settings.SettingKinds;

namespace Pix2Pix.Realtime.Settings;

/// <summary>Every setting of a training run. A new setting joins here and appears in files, on the command line, in the help and in the panel.</summary>
internal static class TrainingSettings
{
    private const int Unbounded = int.MaxValue;

    public static readonly Setting<string> RunName = FolderName("run.name", "facades", "a folder's name inside run.folder", "the run's name, which is its folder in run.folder");
    public static readonly Setting<string> RunFolder = Place("run.folder", "runs", "a folder", "the folder that contains the run folders");
    public static readonly Setting<int> Seed = Int("run.seed", 1, 0, Unbounded, "", "the same seed and settings reproduce a run on a CPU; the choice of training.precision auto is made by timing and written into the run's configuration");

    public static readonly Setting<string> DataRoot = Place("data.root", "synth", "a dataset's folder, or synth", "the dataset's folder; synth = facades drawn on the fly");
    public static readonly Setting<PairLayout> DataLayout = Choice("data.layout", PairLayout.Auto, "layout of the dataset's folder",
        ("auto", PairLayout.Auto), ("side-by-side", PairLayout.SideBySide), ("two-folders", PairLayout.TwoFolders), ("cmp-base", PairLayout.CmpBase));
    public static readonly Setting<Direction> DataDirection = Choice("data.direction", Direction.BtoA, "which half is the input; BtoA turns labels into photographs in the facades dataset",
        ("AtoB", Direction.AtoB), ("BtoA", Direction.BtoA));
    public static readonly Setting<PictureChannels> DataInputChannels = Choice("data.input_channels", PictureChannels.Rgb, "channels of the input: 1 = grey, 3 = RGB, 4 = RGBA",
        ("1", PictureChannels.Grey), ("3", PictureChannels.Rgb), ("4", PictureChannels.Rgba));
    public static readonly Setting<PictureChannels> DataTargetChannels = Choice("data.target_channels", PictureChannels.Rgb, "channels of the target: 1 = grey, 3 = RGB, 4 = RGBA",
        ("1", PictureChannels.Grey), ("3", PictureChannels.Rgb), ("4", PictureChannels.Rgba));
    public static readonly Setting<int> LoadSize = Int("data.load_size", 286, 8, 4096, "pixels", "both halves are resized to this side before the crop");
    public static readonly Setting<int> CropSize = Int("data.crop_size", 256, 8, 4096, "pixels", "the side of the random crop, which is the generator's size");
    public static readonly Setting<bool> Flip = Bool("data.flip", true, "mirror half of the pairs horizontally, input and target together");
    public static readonly Setting<bool> FillCorners = Bool("data.fill_corners", false, "fill the black corners of straightened photographs, so that the generator does not learn to draw them");
    public static readonly Setting<string> Palette = Text("data.palette", "cmp-facade", "a palette's name or file; empty = the input is not a label map", "the classes of the label maps");
    public static readonly Setting<bool> SnapLabels = Bool("data.snap_labels", false, "clean up label maps: snap them to the palette's exact colours");
    public static readonly Setting<double> EraseProbability = Double("data.erase_probability", 0, 0, 1, "", "share of pairs with regions erased to background, so that half-empty canvases work");
    public static readonly Setting<double> SoftenProbability = Double("data.soften_probability", 0, 0, 1, "", "share of label maps blurred like JPEG files, so that downloaded maps work");
    public static readonly Setting<double> ColorJitter = Double("data.color_jitter", 0, 0, 1, "", "strength of random brightness and contrast on photographic input");
    public static readonly Setting<double> WarpLabels = Double("data.warp_labels", 0, 0, 0.25, "of the side", "how far the label maps that the generator translates are warped at random, while real pairs are not, so that it cannot memorise a small dataset; 0 = off");

    public static readonly Setting<GeneratorKind> GeneratorFamily = Choice("generator.kind", GeneratorKind.UNet, "the generator's family",
        ("unet", GeneratorKind.UNet), ("resnet", GeneratorKind.ResNet));
    public static readonly Setting<int> GeneratorWidth = Int("generator.width", 64, 1, 512, "channels", "channels of the generator's first level (ngf in the papers); the cost grows with its square");
    public static readonly Setting<int> GeneratorDepth = Int("generator.depth", 0, 0, 12, "levels", "U-Net levels or ResNet blocks; 0 = automatic: as many levels as the size allows, at most 8 (ResNet: 9 blocks from 256 pixels, else 6; sizes count in blocks of generator.patch)");
    public static readonly Setting<PatchSide> GeneratorPatch = Choice("generator.patch", PatchSide.Pixel, "side of the blocks of pixels that the generator reads and writes as one: with 2 an image of 512 pixels costs little more than one of 256, with 4 one of 1024",
        ("1", PatchSide.Pixel), ("2", PatchSide.Two), ("4", PatchSide.Four));
    public static readonly Setting<NormKind> GeneratorNorm = Choice("generator.norm", NormKind.Batch, "the norm between convolution and activation",
        ("batch", NormKind.Batch), ("instance", NormKind.Instance), ("none", NormKind.None));
    public static readonly Setting<NormStatistics> GeneratorStatistics = Choice("generator.statistics", NormStatistics.Image, "mean and variance of the norms in translation: those of each image, or those of the training data (faster)",
        ("image", NormStatistics.Image), ("running", NormStatistics.Running));
    public static readonly Setting<int> FreezeStatisticsAt = Int("generator.freeze_statistics_at", 0, 0, Unbounded, "steps", "with statistics running: the step at which the statistics are estimated and frozen; 0 = after half of all steps");
    public static readonly Setting<double> GeneratorDropout = Double("generator.dropout", 0.5, 0, 0.9, "", "dropout in the decoder's inner levels while training");
    public static readonly Setting<UpsampleKind> GeneratorUpsample = Choice("generator.upsample", UpsampleKind.Transposed, "how the decoder doubles the resolution",
        ("transposed", UpsampleKind.Transposed), ("resize", UpsampleKind.Resize));
    public static readonly Setting<StyleKind> GeneratorStyle = Choice("generator.style", StyleKind.None, "the generator's second input: none, or a style of at most 16 numbers; in training it is measured on the target, region by region of the labels",
        ("none", StyleKind.None), ("described", StyleKind.Described));
    public static readonly Setting<string> StyleDefinition = Text("generator.style_definition", "", "a definition's name in configs/styles or its file; empty = the one that belongs to data.palette", "what a style's numbers are");
    public static readonly Setting<double> StyleDropout = Double("generator.style_dropout", 0, 0, 0.9, "", "how often each colour or number of a training pair's style is left neutral, so that one can be set alone");
    public static readonly Setting<int> EvenLevels = Int("generator.even_levels", 0, 0, 12, "levels", "how many of the finest transposed convolutions keep flat areas flat, against lattices of 2, 4, 8, ... pixels; 0 = none");
    public static readonly Setting<WeightInit> GeneratorInit = Choice("generator.init", WeightInit.Normal, "initialisation of both networks",
        ("normal", WeightInit.Normal), ("xavier", WeightInit.Xavier), ("kaiming", WeightInit.Kaiming));
    public static readonly Setting<double> GeneratorInitGain = Double("generator.init_gain", 0.02, 1e-4, 10, "", "standard deviation of the normal initialisation, gain of the others");
    public static readonly Setting<string> StartFrom = Place("generator.start_from", "", "a run's folder, or a .onnx snapshot, .pth or .safetensors file; empty = new weights", "the generator that a new run starts from");
    public static readonly Setting<double> GeneratorEma = Double("generator.ema", 0, 0, 0.99999, "", "decay of the moving average of the weights that snapshots use; 0 = no averaging");

    public static readonly Setting<DiscriminatorKind> DiscriminatorFamily = Choice("discriminator.kind", DiscriminatorKind.Patch, "the discriminator's family: it judges patches, single pixels, or patches of a view of half the sides together with what the early layers of ResNet-18 see of it",
        ("patch", DiscriminatorKind.Patch), ("pixel", DiscriminatorKind.Pixel), ("features", DiscriminatorKind.Features));
    public static readonly Setting<int> DiscriminatorWidth = Int("discriminator.width", 64, 1, 512, "channels", "channels of the discriminator's first layer (ndf in the papers)");
    public static readonly Setting<int> DiscriminatorLayers = Int("discriminator.layers", 3, 1, 6, "layers", "strided layers; each output judges a patch of 16, 34, 70, 142, 286 or 574 pixels");
    public static readonly Setting<NormKind> DiscriminatorNorm = Choice("discriminator.norm", NormKind.Batch, "the discriminator's norm; wgan-gp needs instance or none",
        ("batch", NormKind.Batch), ("instance", NormKind.Instance), ("none", NormKind.None));
    public static readonly Setting<int> DiscriminatorScales = Int("discriminator.scales", 1, 1, 3, "scales", "number of discriminators of the same architecture: the second sees the pair at half its size, the third at a quarter");
    public static readonly Setting<int> DiscriminatorCrop = Int("discriminator.crop_size", 0, 0, 4096, "pixels", "side of the crop at a random place that the discriminator judges, for large images; 0 = the whole image");
    public static readonly Setting<double> WholeShare = Double("discriminator.whole_share", 0, 0, 1, "", "share of steps in which discriminator.kind features and the perceptual loss see the whole picture at half its size instead of a crop of half the sides");
    public static readonly Setting<double> WholeLeast = Double("discriminator.whole_least", 1, 0.5, 1, "of the sides", "how much of the picture those steps see at least, at a random place; 1 = always all of it");
    public static readonly Setting<DiscriminatorAugmentation> DiscriminatorAugment = Choice("discriminator.augment", DiscriminatorAugmentation.None,
        "random changes to the pairs that the discriminator sees, so that it cannot memorise a small dataset; diff = shift, cut-out and colour changes",
        ("none", DiscriminatorAugmentation.None), ("diff", DiscriminatorAugmentation.Diff));

    public static readonly Setting<GanLoss> Gan = Choice("loss.gan", GanLoss.LeastSquares, "the adversarial loss",
        ("lsgan", GanLoss.LeastSquares), ("vanilla", GanLoss.Vanilla), ("wgan-gp", GanLoss.WassersteinPenalty));
    public static readonly Setting<double> PenaltyWeight = Double("loss.gradient_penalty", 10, 0.001, 1000, "", "weight of the gradient penalty of wgan-gp");
    public static readonly Setting<double> L1Weight = Double("loss.l1_weight", 100, 0, 10000, "", "weight of the mean absolute difference from the target");
    public static readonly Setting<double> PerceptualWeight = Double("loss.perceptual_weight", 0, 0, 10000, "", "weight of the perceptual loss on the early layers of ResNet-18; 0 = none; with 10, use an l1_weight of 10 to 30");
    public static readonly Setting<double> FeatureMatchingWeight = Double("loss.feature_matching_weight", 0, 0, 10000, "", "weight of the feature matching loss on the discriminator's activations; 0 = none");
    public static readonly Setting<double> LatticeWeight = Double("loss.lattice_weight", 0, 0, 100000, "", "weight of the difference from the target in patterns that repeat every 8 pixels, against grid artefacts; 0 = none");

    public static readonly Setting<string> TeacherFrom = Place("teacher.from", "", "a run's folder, or a snapshot (.onnx); empty = no teacher", "a larger generator to imitate in addition to the targets; for a run, its newest snapshot");
    public static readonly Setting<double> TeacherOutputWeight = Double("teacher.output_weight", 100, 0, 10000, "", "weight of the mean absolute difference from the teacher's output");
    public static readonly Setting<double> TeacherFeatureWeight = Double("teacher.feature_weight", 1, 0, 10000, "", "weight of the difference between the teacher's bottleneck and a learned projection of this generator's");

    public static readonly Setting<Interval> LabelSmoothing = Pair("stability.label_smoothing", new Interval(0.8, 1.2), 0, 2, "", "range of the discriminator's target for real pairs; [1, 1] = off");
    public static readonly Setting<double> SwitchProbability = Double("stability.label_switching.probability", 0.05, 0, 1, "", "probability that a step swaps the targets of real and fake, falling to 0");
    public static readonly Setting<int> SwitchEvery = Int("stability.label_switching.every", 0, 0, Unbounded, "steps", "switch at every k-th step instead of at random; 0 = at random");
    public static readonly Setting<int> SwitchUntil = Int("stability.label_switching.until_step", 20000, 0, Unbounded, "steps", "the step at which the switching ends");
    public static readonly Setting<double> NoiseSigma = Double("stability.input_noise.sigma", 0.1, 0, 2, "of the range -1..1", "standard deviation of Gaussian noise on the discriminator's inputs, falling to 0");
    public static readonly Setting<int> NoiseUntil = Int("stability.input_noise.until_step", 20000, 0, Unbounded, "steps", "the step at which the noise ends");

    public static readonly Setting<double> GeneratorRate = Double("optimizer.generator_lr", 2e-4, 0, 1, "", "the generator's learning rate");
    public static readonly Setting<double> DiscriminatorRate = Double("optimizer.discriminator_lr", 2e-4, 0, 1, "", "the discriminator's learning rate");
    public static readonly Setting<RateScaling> LearningRateScaling = Choice("optimizer.lr_scaling", RateScaling.None, "what both learning rates are multiplied by in a run of several ranks, whose steps see that many times the pairs: nothing, their number (linear), or its square root",
        ("none", RateScaling.None), ("linear", RateScaling.Linear), ("sqrt", RateScaling.SquareRoot));
    public static readonly Setting<double> Beta1 = Double("optimizer.beta1", 0.5, 0, 0.9999, "", "Adam's decay of the mean gradient");
    public static readonly Setting<double> Beta2 = Double("optimizer.beta2", 0.999, 0, 0.999999, "", "Adam's decay of the mean squared gradient");
    public static readonly Setting<double> AdamEpsilon = Double("optimizer.eps", 1e-8, 1e-16, 1, "", "Adam's epsilon");
    public static readonly Setting<double> WeightDecay = Double("optimizer.weight_decay", 0, 0, 1, "", "L2 weight decay, as in torch's Adam");

    public static readonly Setting<LearningRatePolicy> Policy = Choice("schedule.policy", LearningRatePolicy.Linear, "how the learning rates fall; plateau = when the validation L1 stops falling",
        ("constant", LearningRatePolicy.Constant), ("linear", LearningRatePolicy.Linear), ("step", LearningRatePolicy.Step), ("cosine", LearningRatePolicy.Cosine), ("plateau", LearningRatePolicy.Plateau));
    public static readonly Setting<int> Epochs = Int("schedule.epochs", 200, 1, 1000000, "epochs", "passes over the training pairs");
    public static readonly Setting<int> DecayFrom = Int("schedule.decay_from_epoch", 100, 0, 1000000, "epochs", "start of the decay of a linear policy; interval of a step policy");
    public static readonly Setting<double> PlateauFactor = Double("schedule.plateau_factor", 0.5, 0.01, 0.99, "", "factor of a plateau policy for the learning rates");
    public static readonly Setting<int> PlateauPatience = Int("schedule.plateau_patience", 5, 1, 1000, "validations", "validations without a lower L1 before a plateau policy acts");

    public static readonly Setting<int> BatchSize = Int("training.batch_size", 1, 1, 256, "pairs", "pairs per step and rank");
    public static readonly Setting<int> Steps = Int("training.steps", 0, 0, Unbounded, "steps", "total number of steps; 0 = as given by schedule.epochs");
    public static readonly Setting<TrainingPrecision> Precision = Choice("training.precision", TrainingPrecision.Auto, "precision of the convolutions; auto measures both at the start of a run and uses bf16 if it is at least 1.3 times as fast",
        ("auto", TrainingPrecision.Auto), ("fp32", TrainingPrecision.Float32), ("bf16", TrainingPrecision.BFloat16));
    public static readonly Setting<TrainingDevice> Device = Choice("training.device", TrainingDevice.Auto, "where to train; auto = an NVIDIA GPU if the build and the machine have one",
        ("auto", TrainingDevice.Auto), ("cpu", TrainingDevice.Cpu), ("cuda", TrainingDevice.Cuda));
    public static readonly Setting<int> Threads = Int("training.threads", 0, 0, 256, "threads", "CPU threads of a rank; 0 = one per core, which the ranks of a machine share");
    public static readonly Setting<int> Ranks = Int("training.ranks", 1, 1, 4096, "processes", "processes that train together, each with training.batch_size pairs of every step; more than one needs Open MPI (docs/training-on-many-machines.md)");

    public static readonly Setting<int> CheckpointEvery = Int("output.checkpoint_every", 1000, 1, Unbounded, "steps", "interval of checkpoints, which hold the run's whole state");
    public static readonly Setting<int> SnapshotEvery = Int("output.snapshot_every", 500, 1, Unbounded, "steps", "interval of snapshots (exported generators)");
    public static readonly Setting<int> SampleEvery = Int("output.sample_every", 500, 1, Unbounded, "steps", "interval of sample sheets; the first ones come sooner");
    public static readonly Setting<int> ValidateEvery = Int("output.validate_every", 1000, 1, Unbounded, "steps", "interval of validations");
    public static readonly Setting<int> Keep = Int("output.keep", 3, 1, 1000, "files", "number of checkpoints to keep, and of snapshots before the newest");
    public static readonly Setting<bool> TensorBoard = Bool("output.tensorboard", true, "write TensorBoard event files: losses, current values, sample sheets");

    public static SettingsTable Table { get; } = new(
        RunName, RunFolder, Seed,
        DataRoot, DataLayout, DataDirection, DataInputChannels, DataTargetChannels, LoadSize, CropSize, Flip, FillCorners, Palette, SnapLabels, EraseProbability, SoftenProbability, ColorJitter, WarpLabels,
        GeneratorFamily, GeneratorWidth, GeneratorDepth, GeneratorPatch, GeneratorNorm, GeneratorStatistics, FreezeStatisticsAt, GeneratorDropout, GeneratorUpsample, GeneratorStyle, StyleDefinition, StyleDropout, EvenLevels, GeneratorInit, GeneratorInitGain, StartFrom, GeneratorEma,
        DiscriminatorFamily, DiscriminatorWidth, DiscriminatorLayers, DiscriminatorNorm, DiscriminatorScales, DiscriminatorCrop, WholeShare, WholeLeast, DiscriminatorAugment,
        Gan, PenaltyWeight, L1Weight, PerceptualWeight, FeatureMatchingWeight, LatticeWeight,
        TeacherFrom, TeacherOutputWeight, TeacherFeatureWeight,
        LabelSmoothing, SwitchProbability, SwitchEvery, SwitchUntil, NoiseSigma, NoiseUntil,
        GeneratorRate, DiscriminatorRate, LearningRateScaling, Beta1, Beta2, AdamEpsilon, WeightDecay,
        Policy, Epochs, DecayFrom, PlateauFactor, PlateauPatience,
        BatchSize, Steps, Precision, Device, Threads, Ranks,
        CheckpointEvery, SnapshotEvery, SampleEvery, ValidateEvery, Keep, TensorBoard)
    {
        Removed = new Dictionary<string, string> { ["loss.focal_frequency_weight"] = "0", ["loss.repetition_weight"] = "0" },
    };
}
