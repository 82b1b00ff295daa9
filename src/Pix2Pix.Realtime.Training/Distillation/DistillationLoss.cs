using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Settings;
using Pix2Pix.Realtime.Training.Networks;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Distillation;

/// <summary>
/// What a student's loss gets for being unlike its teacher: the L1 between both translations, and at the bottleneck the L1 between the teacher's values and a learned
/// 1x1 projection of the student's (FitNets, Romero et al. 2015), as a share of the teacher's own size, so that its weight means the same for every teacher.
/// </summary>
/// <remarks>Thread contract: the training thread. It owns the projection, which learns with the student, not the teacher.</remarks>
internal sealed class DistillationLoss : IDisposable
{
    /// <summary>Keeps the share a number where a teacher's bottleneck is all zeros.</summary>
    private const double Smallest = 1e-6;

    private readonly Teacher _teacher;
    private readonly Layer _projection;
    private readonly double _outputWeight;
    private readonly double _featureWeight;

    /// <param name="random">Draws the projection's first weights.</param>
    public DistillationLoss(Teacher teacher, GeneratorShape student, double outputWeight, double featureWeight, Generator random)
    {
        (_teacher, _outputWeight, _featureWeight) = (teacher, outputWeight, featureWeight);
        _projection = new Layer(new ConvolutionShape(student.BottleneckChannels, teacher.Shape.BottleneckChannels, Kernel: 1, Stride: 1, Padding: 0), NormKind.None);
        Initialisation.Apply([_projection], WeightInit.Kaiming, gain: 1, random);
    }

    /// <summary>The projection that is trained with the student.</summary>
    public IEnumerable<(string Name, Parameter Value)> Parameters => _projection.named_parameters().Select(entry => ($"projection.{entry.name}", entry.parameter));

    /// <summary>Puts the projection where the student is.</summary>
    public void To(Device device) => _projection.to(device);

    /// <param name="input">What was translated, <c>[N,C,H,W] float32, -1..1</c>.</param>
    /// <param name="translation">The student's, with its way back.</param>
    /// <param name="bottleneck">The student's, with its way back.</param>
    /// <param name="style">What both translate with; null = they know none.</param>
    /// <returns>The term of the loss, and its two parts without their weights.</returns>
    public (Tensor Term, Tensor L1, Tensor Features) Of(Tensor input, Tensor translation, Tensor bottleneck, Tensor? style = null)
    {
        var shown = _teacher.Translate(input, style, out var known);
        var l1 = (translation - shown).abs().mean();
        var features = (_projection.forward(bottleneck.to(ScalarType.Float32)) - known).abs().mean().div(known.abs().mean().Plus(Smallest));
        return (l1.Times(_outputWeight).Plus(features.Times(_featureWeight)), l1, features);
    }

    public void Dispose() => _projection.Dispose();
}
