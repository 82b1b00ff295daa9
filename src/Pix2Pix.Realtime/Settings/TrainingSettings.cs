using Pix2Pix.Realtime.Generators;
using static Pix2Pix.Realtime.Settings.SettingKinds;

namespace Pix2Pix.Realtime.Settings;

/// <summary>Every setting of a training run. A new setting joins here and appears in files, on the command line, in the help and in the panel.</summary>
public static class TrainingSettings
{
    private const int Unbounded = int.MaxValue;

    public static readonly Setting<string> RunName = FolderName("run.name", "facades", "a folder's name inside run.folder", "the run's name: its folder inside run.folder");
    public static readonly Setting<string> RunFolder = Place("run.folder", "runs", "a folder", "where run folders are made");
    public static readonly Setting<int> Seed = Int("run.seed", 1, 0, Unbounded, "", "the same seed and settings give the same run on a CPU; training.precision auto is settled by timing and written into the run's config.yaml");

    public static readonly Setting<string> DataRoot = Place("data.root", "synth", "a dataset's folder, or synth", "the dataset's folder; synth = facades drawn on the fly");
    public static readonly Setting<PairLayout> DataLayout = Choice("data.layout", PairLayout.Auto, "how the folder holds its pairs",
        ("auto", PairLayout.Auto), ("side-by-side", PairLayout.SideBySide), ("two-folders", PairLayout.TwoFolders), ("cmp-base", PairLayout.CmpBase));
    public static readonly Setting<Direction> DataDirection = Choice("data.direction", Direction.BtoA, "which half is the input: BtoA turns labels into photographs in the facade layout",
        ("AtoB", Direction.AtoB), ("BtoA", Direction.BtoA));
    public static readonly Setting<PictureChannels> DataInputChannels = Choice("data.input_channels", PictureChannels.Rgb, "planes of the input: grey, colour, or colour with opacity",
        ("1", PictureChannels.Grey), ("3", PictureChannels.Rgb), ("4", PictureChannels.Rgba));
    public static readonly Setting<PictureChannels> DataTargetChannels = Choice("data.target_channels", PictureChannels.Rgb, "planes of the target: grey, colour, or colour with opacity",
        ("1", PictureChannels.Grey), ("3", PictureChannels.Rgb), ("4", PictureChannels.Rgba));
    public static readonly Setting<int> LoadSize = Int("data.load_size", 286, 8, 4096, "pixels", "both halves are resized to this side before the crop");
    public static readonly Setting<int> CropSize = Int("data.crop_size", 256, 8, 4096, "pixels", "the side of the random crop, which is the generator's size");
    public static readonly Setting<bool> Flip = Bool("data.flip", true, "mirror half of the pairs, both halves alike");
    public static readonly Setting<string> Palette = Text("data.palette", "cmp-facade", "a palette's name or file; empty = the input is no label map", "the classes of the label maps");
    public static readonly Setting<bool> SnapLabels = Bool("data.snap_labels", false, "snap label maps to the palette's exact colours before training");
    public static readonly Setting<double> EraseProbability = Double("data.erase_probability", 0, 0, 1, "", "the share of pairs with regions erased to background, so that half-empty canvases work");
    public static readonly Setting<double> SoftenProbability = Double("data.soften_probability", 0, 0, 1, "", "the share of label maps softened as JPEG files are, so that downloaded maps work");
    public static readonly Setting<double> ColorJitter = Double("data.color_jitter", 0, 0, 1, "", "strength of random brightness and contrast on photographic input");

    public static readonly Setting<GeneratorKind> GeneratorFamily = Choice("generator.kind", GeneratorKind.UNet, "the generator's family",
        ("unet", GeneratorKind.UNet), ("resnet", GeneratorKind.ResNet));
    public static readonly Setting<int> GeneratorWidth = Int("generator.width", 64, 1, 512, "channels", "channels of the generator's first level (ngf in the papers); the cost grows with its square");
    public static readonly Setting<int> GeneratorDepth = Int("generator.depth", 0, 0, 12, "levels", "U-Net levels or ResNet blocks; 0 = as many as the size allows, at most 8 (ResNet: 9 from 256 pixels, else 6)");
    public static readonly Setting<NormKind> GeneratorNorm = Choice("generator.norm", NormKind.Batch, "the norm between convolution and activation",
        ("batch", NormKind.Batch), ("instance", NormKind.Instance), ("none", NormKind.None));
    public static readonly Setting<NormStatistics> GeneratorStatistics = Choice("generator.statistics", NormStatistics.Image, "whose mean and variance the norm uses when it translates: each picture's own, or the training data's (faster)",
        ("image", NormStatistics.Image), ("running", NormStatistics.Running));
    public static readonly Setting<int> FreezeStatisticsAt = Int("generator.freeze_statistics_at", 0, 0, Unbounded, "steps", "with statistics running: where the training data's statistics are taken and training goes on with them; 0 = after half of all steps");
    public static readonly Setting<double> GeneratorDropout = Double("generator.dropout", 0.5, 0, 0.9, "", "dropout in the decoder's inner levels while training");
    public static readonly Setting<UpsampleKind> GeneratorUpsample = Choice("generator.upsample", UpsampleKind.Transposed, "how the decoder doubles the sides",
        ("transposed", UpsampleKind.Transposed), ("resize", UpsampleKind.Resize));
    public static readonly Setting<WeightInit> GeneratorInit = Choice("generator.init", WeightInit.Normal, "how the weights of both networks start out",
        ("normal", WeightInit.Normal), ("xavier", WeightInit.Xavier), ("kaiming", WeightInit.Kaiming));
    public static readonly Setting<double> GeneratorInitGain = Double("generator.init_gain", 0.02, 1e-4, 10, "", "deviation of the normal initialisation, gain of the others");
    public static readonly Setting<string> StartFrom = Place("generator.start_from", "", "a run's folder, or a .onnx snapshot, .pth or .safetensors file; empty = new weights", "the generator that a new run goes on from, with other data or other rates");
    public static readonly Setting<double> GeneratorEma = Double("generator.ema", 0, 0, 0.99999, "", "decay of the averaged weights that snapshots use; 0 = the weights as they are");

    public static readonly Setting<DiscriminatorKind> DiscriminatorFamily = Choice("discriminator.kind", DiscriminatorKind.Patch, "the discriminator's family",
        ("patch", DiscriminatorKind.Patch), ("pixel", DiscriminatorKind.Pixel));
    public static readonly Setting<int> DiscriminatorWidth = Int("discriminator.width", 64, 1, 512, "channels", "channels of the discriminator's first layer (ndf in the papers)");
    public static readonly Setting<int> DiscriminatorLayers = Int("discriminator.layers", 3, 1, 6, "layers", "strided layers; the patch each answer judges is 16, 34, 70, 142, 286 or 574 pixels wide");
    public static readonly Setting<NormKind> DiscriminatorNorm = Choice("discriminator.norm", NormKind.Batch, "the discriminator's norm; wgan-gp needs instance or none",
        ("batch", NormKind.Batch), ("instance", NormKind.Instance), ("none", NormKind.None));

    public static readonly Setting<GanLoss> Gan = Choice("loss.gan", GanLoss.LeastSquares, "the adversarial loss",
        ("lsgan", GanLoss.LeastSquares), ("vanilla", GanLoss.Vanilla), ("wgan-gp", GanLoss.WassersteinPenalty));
    public static readonly Setting<double> PenaltyWeight = Double("loss.gradient_penalty", 10, 0.001, 1000, "", "weight of the gradient penalty of wgan-gp");
    public static readonly Setting<double> L1Weight = Double("loss.l1_weight", 100, 0, 10000, "", "weight of the mean absolute difference to the target");

    public static readonly Setting<string> TeacherFrom = Place("teacher.from", "", "a run's folder, or a snapshot (.onnx); empty = no teacher", "a larger generator that this one learns to imitate beside the targets; of a run its newest snapshot");
    public static readonly Setting<double> TeacherOutputWeight = Double("teacher.output_weight", 100, 0, 10000, "", "weight of the mean absolute difference to the teacher's translation");
    public static readonly Setting<double> TeacherFeatureWeight = Double("teacher.feature_weight", 1, 0, 10000, "", "weight of the difference to the teacher's bottleneck, as a learned projection of this one's comes near it");

    public static readonly Setting<Interval> LabelSmoothing = Pair("stability.label_smoothing", new Interval(0.8, 1.2), 0, 2, "", "the discriminator's target for real pairs is drawn from here; [1, 1] = off");
    public static readonly Setting<double> SwitchProbability = Double("stability.label_switching.probability", 0.05, 0, 1, "", "how often the discriminator is told that real is fake and fake is real, falling to 0");
    public static readonly Setting<int> SwitchEvery = Int("stability.label_switching.every", 0, 0, Unbounded, "steps", "switch at every k-th step instead of by chance; 0 = by chance");
    public static readonly Setting<int> SwitchUntil = Int("stability.label_switching.until_step", 20000, 0, Unbounded, "steps", "where the switching has ended");
    public static readonly Setting<double> NoiseSigma = Double("stability.input_noise.sigma", 0.1, 0, 2, "of the range -1..1", "deviation of Gaussian noise on what the discriminator sees, falling to 0");
    public static readonly Setting<int> NoiseUntil = Int("stability.input_noise.until_step", 20000, 0, Unbounded, "steps", "where the noise has ended");

    public static readonly Setting<double> GeneratorRate = Double("optimizer.generator_lr", 2e-4, 0, 1, "", "the generator's learning rate");
    public static readonly Setting<double> DiscriminatorRate = Double("optimizer.discriminator_lr", 2e-4, 0, 1, "", "the discriminator's learning rate");
    public static readonly Setting<double> Beta1 = Double("optimizer.beta1", 0.5, 0, 0.9999, "", "Adam's decay of the mean gradient");
    public static readonly Setting<double> Beta2 = Double("optimizer.beta2", 0.999, 0, 0.999999, "", "Adam's decay of the mean squared gradient");
    public static readonly Setting<double> AdamEpsilon = Double("optimizer.eps", 1e-8, 1e-16, 1, "", "Adam's small number under the fraction");
    public static readonly Setting<double> WeightDecay = Double("optimizer.weight_decay", 0, 0, 1, "", "pull of the weights to 0 (L2, as in torch's Adam)");

    public static readonly Setting<LearningRatePolicy> Policy = Choice("schedule.policy", LearningRatePolicy.Linear, "how the learning rates fall; plateau = when the validation's L1 no longer does",
        ("constant", LearningRatePolicy.Constant), ("linear", LearningRatePolicy.Linear), ("step", LearningRatePolicy.Step), ("cosine", LearningRatePolicy.Cosine), ("plateau", LearningRatePolicy.Plateau));
    public static readonly Setting<int> Epochs = Int("schedule.epochs", 200, 1, 1000000, "epochs", "passes over the training pairs");
    public static readonly Setting<int> DecayFrom = Int("schedule.decay_from_epoch", 100, 0, 1000000, "epochs", "where a linear policy starts to fall to 0; the length of a step of a step policy");
    public static readonly Setting<double> PlateauFactor = Double("schedule.plateau_factor", 0.5, 0.01, 0.99, "", "what a plateau policy multiplies the learning rates with");
    public static readonly Setting<int> PlateauPatience = Int("schedule.plateau_patience", 5, 1, 1000, "validations", "how many validations without a lower L1 a plateau policy waits for");

    public static readonly Setting<int> BatchSize = Int("training.batch_size", 1, 1, 256, "pairs", "pairs a step");
    public static readonly Setting<int> Steps = Int("training.steps", 0, 0, Unbounded, "steps", "how many steps in all; 0 = as the epochs say");
    public static readonly Setting<TrainingPrecision> Precision = Choice("training.precision", TrainingPrecision.Auto, "arithmetic of the convolutions; auto times both at the start of a run and keeps bf16 where it is at least 1.3 times faster",
        ("auto", TrainingPrecision.Auto), ("fp32", TrainingPrecision.Float32), ("bf16", TrainingPrecision.BFloat16));
    public static readonly Setting<TrainingDevice> Device = Choice("training.device", TrainingDevice.Auto, "where to train; auto = an NVIDIA card if this build has one",
        ("auto", TrainingDevice.Auto), ("cpu", TrainingDevice.Cpu), ("cuda", TrainingDevice.Cuda));
    public static readonly Setting<int> Threads = Int("training.threads", 0, 0, 256, "threads", "threads of the arithmetic; 0 = one a core");

    public static readonly Setting<int> CheckpointEvery = Int("output.checkpoint_every", 1000, 1, Unbounded, "steps", "how often the run's whole state is saved");
    public static readonly Setting<int> SnapshotEvery = Int("output.snapshot_every", 500, 1, Unbounded, "steps", "how often the generator is exported");
    public static readonly Setting<int> SampleEvery = Int("output.sample_every", 500, 1, Unbounded, "steps", "how often a sample sheet is drawn; the first ones come sooner");
    public static readonly Setting<int> ValidateEvery = Int("output.validate_every", 1000, 1, Unbounded, "steps", "how often the validation pairs are translated");
    public static readonly Setting<int> Keep = Int("output.keep", 3, 1, 1000, "files", "how many checkpoints are kept, and snapshots before the newest");
    public static readonly Setting<bool> TensorBoard = Bool("output.tensorboard", true, "write TensorBoard's event files beside metrics.csv: losses, values in force, sample sheets");

    public static SettingsTable Table { get; } = new(
        RunName, RunFolder, Seed,
        DataRoot, DataLayout, DataDirection, DataInputChannels, DataTargetChannels, LoadSize, CropSize, Flip, Palette, SnapLabels, EraseProbability, SoftenProbability, ColorJitter,
        GeneratorFamily, GeneratorWidth, GeneratorDepth, GeneratorNorm, GeneratorStatistics, FreezeStatisticsAt, GeneratorDropout, GeneratorUpsample, GeneratorInit, GeneratorInitGain, StartFrom, GeneratorEma,
        DiscriminatorFamily, DiscriminatorWidth, DiscriminatorLayers, DiscriminatorNorm,
        Gan, PenaltyWeight, L1Weight,
        TeacherFrom, TeacherOutputWeight, TeacherFeatureWeight,
        LabelSmoothing, SwitchProbability, SwitchEvery, SwitchUntil, NoiseSigma, NoiseUntil,
        GeneratorRate, DiscriminatorRate, Beta1, Beta2, AdamEpsilon, WeightDecay,
        Policy, Epochs, DecayFrom, PlateauFactor, PlateauPatience,
        BatchSize, Steps, Precision, Device, Threads,
        CheckpointEvery, SnapshotEvery, SampleEvery, ValidateEvery, Keep, TensorBoard);
}
