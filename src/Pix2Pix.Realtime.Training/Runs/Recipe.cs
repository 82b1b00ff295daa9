using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Settings;
using Pix2Pix.Realtime.Styles;
using Pix2Pix.Realtime.Training.Adversarial;
using Pix2Pix.Realtime.Training.Distillation;
using Pix2Pix.Realtime.Training.Networks;
using Pix2Pix.Realtime.Training.Optimizers;
using Pix2Pix.Realtime.Training.PictureLosses;
using Pix2Pix.Realtime.Training.Schedules;
using Pix2Pix.Realtime.Training.Steps;
using Pix2Pix.Realtime.Training.Weights;
using TorchSharp;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Runs;

/// <summary>Interprets a run's settings: the networks and the values in force at each step. Immutable.</summary>
internal sealed class Recipe
{
    private readonly SettingValues _settings;

    /// <param name="keptStyle">What the checkpoint to go on from says of its style, which another version of this program may define otherwise; null or empty = nothing.</param>
    /// <exception cref="UserException">Settings that contradict each other or the pairs' size.</exception>
    public Recipe(SettingValues settings, int inputChannels, int targetChannels, string? keptStyle = null)
    {
        _settings = settings;
        var style = StyleSettings.Definition(settings);
        Style = style is not null && keptStyle is { Length: > 0 } && ModelStyle.Parse(keptStyle).Definition is { } kept && kept.Name == style.Name ? kept : style;
        Shape = GeneratorSettings.Shape(settings) with { InputChannels = inputChannels, OutputChannels = targetChannels, StyleLength = Style?.Count ?? 0 };
        Check();
    }

    public GeneratorShape Shape { get; }

    /// <summary>What the style's numbers are; null = the generator knows none.</summary>
    public StyleDefinition? Style { get; }

    public ulong Seed => (ulong)Get(TrainingSettings.Seed);

    public int Size => Get(TrainingSettings.CropSize);

    public int BatchSize => Get(TrainingSettings.BatchSize);

    /// <summary>The side of the patch that the discriminator judges at its finest scale, in pixels.</summary>
    private int PatchSize => JudgesPixels ? 1 : Discriminator.ReceptiveField(Get(TrainingSettings.DiscriminatorLayers));

    /// <summary>The side of the patch at each of the discriminator's scales, in pixels of the picture.</summary>
    public IEnumerable<int> PatchSizes => Enumerable.Range(0, Get(TrainingSettings.DiscriminatorScales)).Select(scale => PatchSize << scale);

    /// <summary>Whether the discriminator scores without bounds (wgan-gp) instead of telling real from fake.</summary>
    public bool IsCritic => Get(TrainingSettings.Gan) == GanLoss.WassersteinPenalty;

    /// <summary>The step from which the generator's norms keep the training data's statistics; null = never.</summary>
    public long? FreezeStatisticsAt(long totalSteps)
    {
        if (Shape.Norm != NormKind.Batch || Shape.Statistics != NormStatistics.Running)
        {
            return null;
        }

        return Get(TrainingSettings.FreezeStatisticsAt) > 0 ? Get(TrainingSettings.FreezeStatisticsAt) : totalSteps / 2;
    }

    /// <summary>Where the run ends. A run that goes on with another number of ranks makes the same passes over the pairs, in more or fewer steps.</summary>
    /// <param name="pairs">Training pairs.</param>
    /// <param name="step">Steps done.</param>
    /// <param name="draws">Pairs drawn by them.</param>
    /// <param name="ranks">How many ranks share the steps to come.</param>
    public long TotalSteps(int pairs, long step, long draws, int ranks) => Get(TrainingSettings.Steps) > 0
        ? Get(TrainingSettings.Steps)
        : step + (Math.Max(0, ((long)Get(TrainingSettings.Epochs) * pairs) - draws) + (BatchSize * ranks) - 1) / (BatchSize * ranks);

    /// <summary>How much of the run is done, 0..1.</summary>
    /// <param name="step">Steps done, before the last.</param>
    /// <param name="totalSteps">Where the run ends.</param>
    /// <param name="draws">Pairs drawn.</param>
    /// <param name="ranks">How many ranks share a step now.</param>
    public double DoneAt(long step, long totalSteps, long draws, int ranks) => Get(TrainingSettings.Steps) > 0
        ? (double)step / totalSteps
        : (double)draws / (draws + ((totalSteps - step) * BatchSize * ranks));

    /// <summary>The values in force at a step.</summary>
    /// <param name="step">From 0.</param>
    /// <param name="done">How much of the run is done, 0..1.</param>
    /// <param name="rateScale">The factor on the learning rates: what rollbacks and plateaus left of them, and what the ranks add.</param>
    public StepPlan PlanAt(long step, double done, double rateScale)
    {
        var random = new StepRandom(Seed, step);
        var factor = rateScale * new LearningRate(Get(TrainingSettings.Policy), Get(TrainingSettings.Epochs), Get(TrainingSettings.DecayFrom)).FactorAt(done);
        var targets = new DiscriminatorTargets(
            Get(TrainingSettings.LabelSmoothing), new Fade(Get(TrainingSettings.SwitchProbability), Get(TrainingSettings.SwitchUntil)), Get(TrainingSettings.SwitchEvery));
        var (real, fake, switched) = targets.At(random);
        return new StepPlan(
            random, Get(TrainingSettings.GeneratorRate) * factor, Get(TrainingSettings.DiscriminatorRate) * factor,
            real, fake, switched, targets.SwitchProbabilityAt(step), new Fade(Get(TrainingSettings.NoiseSigma), Get(TrainingSettings.NoiseUntil)).At(step));
    }

    /// <summary>What the learning rates are multiplied by because several ranks share a step; 1 with one rank.</summary>
    public double RateFactorOf(int ranks) => Get(TrainingSettings.LearningRateScaling) switch
    {
        RateScaling.Linear => ranks,
        RateScaling.SquareRoot => Math.Sqrt(ranks),
        _ => 1,
    };

    /// <summary>Updates a plateau policy with a validation L1; the other policies ignore it.</summary>
    public Plateau UpdatePlateau(Plateau plateau, double l1) => Get(TrainingSettings.Policy) == LearningRatePolicy.Plateau
        ? plateau.After(l1, Get(TrainingSettings.PlateauFactor), Get(TrainingSettings.PlateauPatience))
        : plateau;

    /// <summary>Networks as they are before the first step: the same seed, the same weights.</summary>
    /// <param name="start">Replaces the generator's; null = new ones.</param>
    /// <param name="teacher">Whom the generator learns to imitate; null = nobody.</param>
    public Pix2PixTrainer CreateTrainer(Device device, StartingWeights? start = null, Teacher? teacher = null)
    {
        using var random = new Generator(Seed, CPU);
        var generator = GeneratorNetwork.Create(Shape);
        var discriminator = CreateDiscriminator();
        foreach (var layers in new[] { generator.Layers, discriminator.Layers })
        {
            Initialisation.Apply(layers, Get(TrainingSettings.GeneratorInit), Get(TrainingSettings.GeneratorInitGain), random);
        }

        start?.CopyTo(generator, Style);
        generator.to(device);
        discriminator.to(device);
        var imitation = teacher is null ? null : new DistillationLoss(teacher, Shape, Get(TrainingSettings.TeacherOutputWeight), Get(TrainingSettings.TeacherFeatureWeight), random);
        imitation?.To(device);
        var viewer = Get(TrainingSettings.PerceptualWeight) == 0 && !JudgesFeatures ? null : new FeatureViewer(EarlyFeatures.Load(EarlyFeatures.PackagedFolder), Get(TrainingSettings.WholeShare), Get(TrainingSettings.WholeLeast));
        viewer?.To(device);
        var adam = new AdamSettings(Get(TrainingSettings.Beta1), Get(TrainingSettings.Beta2), Get(TrainingSettings.AdamEpsilon), Get(TrainingSettings.WeightDecay));
        return new Pix2PixTrainer(generator, discriminator, adam, CreateLoss(), Get(TrainingSettings.L1Weight), imitation, Arithmetic, device)
        {
            WarpStrength = Get(TrainingSettings.WarpLabels),
            Augments = Get(TrainingSettings.DiscriminatorAugment) == DiscriminatorAugmentation.Diff,
            JudgedSide = Get(TrainingSettings.DiscriminatorCrop),
            Viewer = viewer,
            JudgesFeatures = JudgesFeatures,
            PerceptualWeight = Get(TrainingSettings.PerceptualWeight),
            FeatureMatchingWeight = Get(TrainingSettings.FeatureMatchingWeight),
            EvenLevels = Get(TrainingSettings.EvenLevels),
            LatticeWeight = Get(TrainingSettings.LatticeWeight),
            PenaltyWeight = IsCritic ? Get(TrainingSettings.PenaltyWeight) : 0,
            Average = Get(TrainingSettings.GeneratorEma) > 0 ? new AveragedWeights(generator, Get(TrainingSettings.GeneratorEma)) : null,
        };
    }

    private T Get<T>(Setting<T> setting) where T : notnull => _settings.Get(setting);

    private bool JudgesFeatures => Get(TrainingSettings.DiscriminatorFamily) == DiscriminatorKind.Features;

    private bool JudgesPixels => Get(TrainingSettings.DiscriminatorFamily) == DiscriminatorKind.Pixel;

    private Discriminator CreateDiscriminator()
    {
        var (channels, width) = (Shape.InputChannels + Shape.StyleLength + Shape.OutputChannels, Get(TrainingSettings.DiscriminatorWidth));
        var (layers, norm) = (Get(TrainingSettings.DiscriminatorLayers), Get(TrainingSettings.DiscriminatorNorm));
        return JudgesFeatures ? Discriminator.OfFeatures(channels, channels + FeatureView.Channels, width, layers, norm)
            : JudgesPixels ? Discriminator.OfPixels(channels, width, norm)
            : Discriminator.OfPatches(channels, width, layers, norm, Get(TrainingSettings.DiscriminatorScales));
    }

    private ScalarType Arithmetic => Get(TrainingSettings.Precision) == TrainingPrecision.BFloat16 ? ScalarType.BFloat16 : ScalarType.Float32;

    private AdversarialLoss CreateLoss() => Get(TrainingSettings.Gan) switch
    {
        GanLoss.LeastSquares => new LeastSquaresLoss(),
        GanLoss.Vanilla => new LogisticLoss(),
        _ => new WassersteinLoss(),
    };

    private void Check()
    {
        CheckSize();

        var crop = Get(TrainingSettings.DiscriminatorCrop);
        if (crop > Size)
        {
            throw new UserException(RecipeTexts.CropTooLarge(Size, crop));
        }

        var (judged, wider) = crop > 0 ? (crop, "discriminator.crop_size") : (Size, "data.crop_size");
        if (PatchSizes.Last() > judged)
        {
            throw new UserException(RecipeTexts.PatchTooLarge(judged, Get(TrainingSettings.DiscriminatorLayers), PatchSizes.Last(), wider));
        }

        if (JudgesPixels && Get(TrainingSettings.DiscriminatorScales) > 1)
        {
            throw new UserException(RecipeTexts.PixelScales(Get(TrainingSettings.DiscriminatorScales)));
        }

        if (JudgesFeatures && crop > 0)
        {
            throw new UserException(RecipeTexts.FeaturesCrop(crop));
        }

        if (JudgesFeatures && (Get(TrainingSettings.DiscriminatorScales) > 1 || Get(TrainingSettings.DiscriminatorAugment) != DiscriminatorAugmentation.None || IsCritic))
        {
            throw new UserException(RecipeTexts.FeaturesAlone);
        }

        if (Get(TrainingSettings.Gan) == GanLoss.Vanilla && Get(TrainingSettings.LabelSmoothing).High > 1)
        {
            throw new UserException(RecipeTexts.VanillaTargets(Get(TrainingSettings.LabelSmoothing).High));
        }

        if (IsCritic)
        {
            CheckCritic();
        }
    }

    private void CheckSize()
    {
        if (Size % Shape.SideMultiple != 0)
        {
            var smaller = string.Concat(Shape.Kind == GeneratorKind.UNet ? RecipeTexts.SmallerDepth : "", Shape.Patch > 1 ? RecipeTexts.SmallerPatch : "");
            throw new UserException(RecipeTexts.SideMultiple(Shape.SideMultiple, Size, smaller));
        }

        if (Shape.Kind == GeneratorKind.UNet && Shape.Depth < 2)
        {
            throw new UserException(Shape.Patch == 1
                ? RecipeTexts.TooFewHalvings(Size)
                : RecipeTexts.TooFewHalvingsAfterPatch(Shape.Patch, Size));
        }

        if (Shape is { Kind: GeneratorKind.UNet, Patch: > 1, Upsample: UpsampleKind.Resize })
        {
            throw new UserException(RecipeTexts.UpsampleWithPatch(Shape.Patch));
        }
    }

    /// <summary>A critic's scores have no target that could be smoothed or switched, and a batch norm would make one pair's slope depend on the others.</summary>
    private void CheckCritic()
    {
        var smoothing = Get(TrainingSettings.LabelSmoothing);
        var switches = Get(TrainingSettings.SwitchUntil) > 0 && (Get(TrainingSettings.SwitchProbability) > 0 || Get(TrainingSettings.SwitchEvery) > 0);
        var faults = new (bool Found, string Mend)[]
        {
            (Get(TrainingSettings.DiscriminatorNorm) == NormKind.Batch, "discriminator.norm=instance"),
            (Get(TrainingSettings.DiscriminatorScales) > 1, "discriminator.scales=1"),
            (smoothing is not { Low: 1, High: 1 }, "stability.label_smoothing=[1,1]"),
            (switches, "stability.label_switching.until_step=0"),
        };
        var mend = faults.Where(fault => fault.Found).Select(fault => fault.Mend).ToList();
        if (mend.Count > 0)
        {
            throw new UserException(RecipeTexts.WassersteinAlone(string.Join(", ", mend)));
        }
    }
}
