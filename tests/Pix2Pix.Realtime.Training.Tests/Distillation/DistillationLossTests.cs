using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Onnx;
using Pix2Pix.Realtime.Settings;
using Pix2Pix.Realtime.Tests.Shared;
using Pix2Pix.Realtime.Training.Distillation;
using Pix2Pix.Realtime.Training.Networks;
using Pix2Pix.Realtime.Training.Snapshots;
using Pix2Pix.Realtime.Training.Weights;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Tests.Distillation;

public sealed class DistillationLossTests
{
    [Theory]
    [InlineData(GeneratorKind.UNet, 100, 0)]
    [InlineData(GeneratorKind.UNet, 0, 10)]
    [InlineData(GeneratorKind.ResNet, 0, 10)]
    public void Either_part_teaches_the_student_and_leaves_the_teacher_as_it_is(GeneratorKind kind, double outputWeight, double featureWeight)
    {
        using var scope = NewDisposeScope();
        using var random = new Generator(4);
        using var teacher = Teach(kind, random);
        using var student = Network(kind, width: 4, random);
        using var imitation = new DistillationLoss(teacher, student.Shape, outputWeight, featureWeight, random);
        var input = (rand([1, 3, 32, 32], generator: random) * 2) - 1;
        var before = teacher.Translate(input, style: null, out _).clone();
        imitation.Of(input, student.Translate(input, out var bottleneck), bottleneck).Term.backward();

        // What the features teach ends at the bottleneck; a decoder learns from the translation alone.
        var (first, last) = (student.Layers.First(), student.Layers.Last());
        Assert.True(Size(first.Convolution.Weight.grad) > 0);
        Assert.Equal(outputWeight > 0, Size(last.Convolution.Weight.grad) > 0);
        Assert.All(imitation.Parameters, parameter => Assert.Equal(featureWeight > 0, Size(parameter.Value.grad) > 0));
        Assert.Equal(0, (teacher.Translate(input, style: null, out _) - before).abs().max().Number());

        static double Size(Tensor? gradient) => gradient is null ? 0 : gradient.abs().max().Number();
    }

    [Fact]
    public void A_student_that_is_its_teacher_has_nothing_to_learn_of_its_translations()
    {
        using var scope = NewDisposeScope();
        using var random = new Generator(4);
        using var network = Network(GeneratorKind.UNet, width: 8, random);
        using var teacher = new Teacher(Export(network), CPU);
        using var imitation = new DistillationLoss(teacher, network.Shape, 100, 0, random);
        Translation.Enter(network, NormStatistics.Image);
        var input = (rand([1, 3, 32, 32], generator: random) * 2) - 1;
        var (term, l1, _) = imitation.Of(input, network.Translate(input, out var bottleneck), bottleneck);
        Assert.Equal((0.0, 0.0), (Math.Round(term.Number(), 3), Math.Round(l1.Number(), 5)));
    }

    private static Teacher Teach(GeneratorKind kind, Generator random)
    {
        using var network = Network(kind, width: 8, random);
        return new Teacher(Export(network), CPU);
    }

    private static Snapshot Export(GeneratorNetwork network)
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("teacher.onnx");
        new SnapshotWriter(32, Direction.BtoA, "cmp-facade", "teacher").Write(file, network, NormStatistics.Image, WeightPrecision.Fp32, step: 7);
        return Snapshot.Read(file);
    }

    private static GeneratorNetwork Network(GeneratorKind kind, int width, Generator random)
    {
        var network = GeneratorNetwork.Create(new GeneratorShape(kind, 3, 3, width, 4, NormKind.Batch, NormStatistics.Image, UpsampleKind.Transposed, Dropout: 0));
        Initialisation.Apply(network.Layers, WeightInit.Normal, 0.2, random);
        return network;
    }
}
