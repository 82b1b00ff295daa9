using Pix2Pix.Realtime.Hosting;
using Pix2Pix.Realtime.Training.Adversarial;
using Pix2Pix.Realtime.Training.Distillation;
using Pix2Pix.Realtime.Training.Networks;
using Pix2Pix.Realtime.Training.Optimizers;
using Pix2Pix.Realtime.Training.PictureLosses;
using Pix2Pix.Realtime.Training.Ranks;
using Pix2Pix.Realtime.Training.Schedules;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Steps;

/// <summary>
/// One pair of networks that learn from each other: a step updates the discriminator, then the generator, from one translation.
/// Thread contract: one thread, always the same (libtorch's dispose scopes and gradient modes belong to a thread). It owns both networks and both optimizers.
/// </summary>
internal sealed class Pix2PixTrainer : IDisposable
{
    /// <summary>Brings the style's numbers, up to ±256, near the range of pictures.</summary>
    private const double PlaneScale = 1.0 / 64;

    private readonly AdversarialLoss _adversarial;
    private readonly double _l1Weight;
    private readonly ScalarType _arithmetic;
    private readonly TensorRandom _random;

    /// <param name="distillation">What the generator learns from a teacher; null = nothing. Owned by the trainer.</param>
    /// <param name="arithmetic">Of the convolutions in training: float32 or bfloat16; weights, norms and losses are float32 either way.</param>
    public Pix2PixTrainer(
        GeneratorNetwork generator, Discriminator discriminator, AdamSettings adam, AdversarialLoss adversarial, double l1Weight, DistillationLoss? distillation, ScalarType arithmetic, Device device)
    {
        Generator = generator;
        Discriminator = discriminator;
        Distillation = distillation;
        GeneratorAdam = new Adam([.. generator.named_parameters().Select(p => (p.name, p.parameter)), .. distillation?.Parameters ?? []], adam);
        DiscriminatorAdam = new Adam(discriminator.named_parameters().Select(p => (p.name, p.parameter)), adam);
        _adversarial = adversarial;
        _l1Weight = l1Weight;
        _arithmetic = arithmetic;
        _random = new TensorRandom(device);
        discriminator.Use(arithmetic);
    }

    public GeneratorNetwork Generator { get; }

    public Discriminator Discriminator { get; }

    public Adam GeneratorAdam { get; }

    public Adam DiscriminatorAdam { get; }

    public DistillationLoss? Distillation { get; }

    /// <summary>The averaged weights that the generator translates with; null = its weights as they are. Owned by the trainer.</summary>
    public AveragedWeights? Average { get; init; }

    /// <summary>Weight of the discriminator's gradient penalty; 0 = none.</summary>
    public double PenaltyWeight { get; init; }

    /// <summary>How far the maps that the generator translates are bent, as a share of the side; 0 = not.</summary>
    public double WarpStrength { get; init; }

    /// <summary>Whether the discriminator sees all pairs through random views of theirs.</summary>
    public bool Augments { get; init; }

    /// <summary>Shows the pairs to a network that knows photographs; null = nobody asks for it. Owned by the trainer.</summary>
    public FeatureViewer? Viewer { get; init; }

    /// <summary>Side of the random crop that the discriminator judges, in pixels; 0 = the whole picture.</summary>
    public int JudgedSide { get; init; }

    /// <summary>Whether the discriminator judges what that network sees, and the crop that it sees.</summary>
    public bool JudgesFeatures { get; init; }

    /// <summary>Weight of the generator's loss in the eyes of that network; 0 = none.</summary>
    public double PerceptualWeight { get; init; }

    /// <summary>Weight of the generator's loss in the discriminator's inner layers; 0 = none.</summary>
    public double FeatureMatchingWeight { get; init; }

    /// <summary>Weight of the generator's loss in patterns that repeat; 0 = none.</summary>
    public double LatticeWeight { get; init; }

    /// <summary>How many of the generator's finest levels keep flat areas flat.</summary>
    public int EvenLevels { get; init; }

    /// <summary>Whether the generator's norms keep the stored statistics in training, so that it learns in the mode that it translates in.</summary>
    public bool StatisticsFrozen { get; set; }

    /// <summary>Averages gradients over the ranks before each update; null = this process trains alone.</summary>
    public GradientExchange? Exchange { get; set; }

    /// <summary>One update of each network.</summary>
    /// <param name="input"><c>[N,C,H,W] float32, -1..1</c>; only read.</param>
    /// <param name="target"><c>[N,C,H,W] float32, -1..1</c>; only read.</param>
    /// <param name="plan">The values in force.</param>
    /// <param name="style">Of the targets, <c>[N,K] float32</c>; null = the generator knows none.</param>
    public Losses Step(Tensor input, Tensor target, StepPlan plan, Tensor? style = null)
    {
        using var scope = NewDisposeScope();
        _random.Restart(plan.Random.Bits(RandomPurpose.Tensors));
        Generator.Mode = StatisticsFrozen ? NormMode.Running : NormMode.Batch;
        Generator.DropoutSource = _random;
        Generator.Use(_arithmetic);
        Generator.Style = style;

        // Translation turns it off; for learning its ten bits are enough, and a GPU is quicker with them.
        backends.cudnn.allow_tf32 = true;
        var map = WarpStrength == 0 ? input : LabelWarp.Of(input, WarpStrength, plan.Random);
        var fake = Generator.Translate(map, out var bottleneck);

        // The discriminator is conditioned on what the generator is.
        var (condition, realCondition) = (Condition(map, style), Condition(input, style));
        var seen = Viewer?.Of(condition, fake, realCondition, target, plan.Random);

        SetRequiresGrad(Discriminator, true);
        var views = Augments ? PairView.Draw(plan.Random.Bits(RandomPurpose.PairViews), input.shape[0]) : null;
        var (photograph, translation) = JudgesFeatures
            ? (Views(seen!.Value.Real), Views(seen!.Value.Translated))
            : (Cropped(Views(realCondition, target, views), plan), Cropped(Views(condition, fake, views), plan));
        var realViews = Noisy(photograph, plan.NoiseSigma);
        var translatedViews = Noisy([.. translation.Select(view => view.detach())], plan.NoiseSigma);
        var real = _adversarial.Of(Judge(realViews), plan.RealTarget);
        var translated = _adversarial.Of(Judge(translatedViews), plan.FakeTarget);
        var penalty = PenaltyWeight == 0 ? null : GradientPenalty.Of(Discriminator, realViews[0], translatedViews[0], _random.Uniform([input.shape[0], 1, 1, 1]));
        var discriminatorLoss = real.Plus(translated);
        (penalty is null ? discriminatorLoss : discriminatorLoss.Plus(penalty.Times(PenaltyWeight))).Times(0.5).backward();
        Exchange?.Average(DiscriminatorAdam);
        DiscriminatorAdam.Update(plan.DiscriminatorRate);

        SetRequiresGrad(Discriminator, false);
        var judgements = Judge(Noisy(translation, plan.NoiseSigma));
        var gan = _adversarial.Of(judgements, 1);
        var l1 = (fake - target).abs().mean();
        var distillation = Distillation?.Of(map, fake, bottleneck, style);
        var perceptual = PerceptualWeight == 0 ? null : PerceptualLoss.Of(seen!.Value.Translated, seen!.Value.Real);
        var matching = FeatureMatchingWeight == 0 ? null : FeatureMatching.Of(judgements, Judge(realViews));
        var lattice = LatticeWeight == 0 ? null : LatticeLoss.Of(fake, target);
        var terms = new[] { distillation?.Term, perceptual?.Times(PerceptualWeight), matching?.Times(FeatureMatchingWeight), lattice?.Times(LatticeWeight) };
        terms.OfType<Tensor>().Aggregate(gan.Plus(l1.Times(_l1Weight)), (sum, term) => sum.Plus(term)).backward();
        Exchange?.Average(GeneratorAdam);
        GeneratorAdam.Update(plan.GeneratorRate);
        EvenPhases.Apply(Generator, EvenLevels);
        Average?.Update(GeneratorAdam.Updates);

        return new Losses(
            real.Number(), translated.Number(), gan.Number(), l1.Number(), penalty?.Number(), distillation?.L1.Number(), distillation?.Features.Number(),
            perceptual?.Number(), matching?.Number(), lattice?.Number());
    }

    public void Dispose()
    {
        Average?.Dispose();
        Distillation?.Dispose();
        Viewer?.Dispose();
        GeneratorAdam.Dispose();
        DiscriminatorAdam.Dispose();
        Generator.Dispose();
        Discriminator.Dispose();
        _random.Dispose();
    }

    /// <summary>A map with the style beside it as planes of one value each, in size like the map's own.</summary>
    private static Tensor Condition(Tensor map, Tensor? style) =>
        style is null ? map : cat([map, style.Times(PlaneScale).unsqueeze(2).unsqueeze(3).expand(map.shape[0], style.shape[1], map.shape[2], map.shape[3])], 1);

    /// <summary>What the discriminator sees of a pair: the pair, and where it judges features those.</summary>
    private static Tensor[] Views(Tensor input, Tensor picture, PairView[]? views) => [views is null ? cat([input, picture], 1) : DiffAugment.Of(input, picture, views)];

    private Tensor[] Cropped(Tensor[] views, StepPlan plan) => JudgedSide == 0 ? views : [.. views.Select(view => RandomCrop.Draw(plan.Random, view, JudgedSide, JudgedSide).Of(view))];

    private static Tensor[] Views(FeatureView seen) => [seen.Pair, seen.Joined()];

    private Tensor[] Noisy(Tensor[] views, double sigma) => sigma == 0 ? views : [.. views.Select(view => view.Plus(_random.Normal(view.shape).Times(sigma)))];

    private IReadOnlyList<Judgement> Judge(Tensor[] views) => JudgesFeatures ? Discriminator.Judge(views[0], views[1]) : Discriminator.Judge(views[0]);

    private static void SetRequiresGrad(nn.Module network, bool learns)
    {
        foreach (var parameter in network.parameters())
        {
            parameter.requires_grad = learns;
        }
    }
}
