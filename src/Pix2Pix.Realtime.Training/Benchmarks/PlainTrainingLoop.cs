using Pix2Pix.Realtime.Hosting;
using Pix2Pix.Realtime.Settings;
using Pix2Pix.Realtime.Training.Networks;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Benchmarks;

/// <summary>
/// The yardstick for a training step: the recipe as one would first write it with TorchSharp. torch's Adam, separate discriminator passes, default layout,
/// float32, one dispose scope a step. It is not to be made faster: the ratios in the performance table compare with it.
/// </summary>
#pragma warning disable RS0030 // Numbers as one would first write them: what may go wrong with them is rare, and this loop is short.
internal sealed class PlainTrainingLoop : IDisposable
{
    private readonly GeneratorNetwork _generator;
    private readonly Discriminator _discriminator;
    private readonly optim.Optimizer _generatorAdam;
    private readonly optim.Optimizer _discriminatorAdam;
    private readonly TensorRandom _dropout = new(CPU);

    public PlainTrainingLoop(GeneratorNetwork generator, Discriminator discriminator, Generator random)
    {
        _generator = generator;
        _discriminator = discriminator;
        _generatorAdam = optim.Adam(generator.parameters(), 2e-4, 0.5, 0.999, 1e-8);
        _discriminatorAdam = optim.Adam(discriminator.parameters(), 2e-4, 0.5, 0.999, 1e-8);
        Initialisation.Apply(generator.Layers, WeightInit.Normal, 0.02, random);
        Initialisation.Apply(discriminator.Layers, WeightInit.Normal, 0.02, random);
        foreach (var layer in generator.Layers.Concat(discriminator.Layers))
        {
            layer.Convolution.MayBeMatrix = false;
        }

        generator.DropoutSource = _dropout;
        generator.Mode = NormMode.Batch;
    }

    /// <summary>One update of each network, with LSGAN and 100 times L1.</summary>
    /// <param name="realTarget">The discriminator's target for real pairs; 1 = no smoothing.</param>
    public Losses Step(Tensor input, Tensor target, double realTarget)
    {
        using var scope = NewDisposeScope();
        var fake = _generator.forward(input);

        RequireGradient(true);
        _discriminatorAdam.zero_grad();
        var real = Difference(_discriminator.forward(cat([input, target], 1)), realTarget);
        var translated = Difference(_discriminator.forward(cat([input, fake.detach()], 1)), 0);
        ((real + translated) * 0.5).backward();
        _discriminatorAdam.step();

        RequireGradient(false);
        _generatorAdam.zero_grad();
        var gan = Difference(_discriminator.forward(cat([input, fake], 1)), 1);
        var l1 = nn.functional.l1_loss(fake, target);
        (gan + (l1 * 100)).backward();
        _generatorAdam.step();
        return new Losses(real.Number(), translated.Number(), gan.Number(), l1.Number());
    }

    public void Dispose()
    {
        _generatorAdam.Dispose();
        _discriminatorAdam.Dispose();
        _generator.Dispose();
        _discriminator.Dispose();
        _dropout.Dispose();
    }

    private static Tensor Difference(Tensor answers, double target) => nn.functional.mse_loss(answers, full_like(answers, target));

    private void RequireGradient(bool required)
    {
        foreach (var parameter in _discriminator.parameters())
        {
            parameter.requires_grad = required;
        }
    }
}
