using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Training.Networks;
using Pix2Pix.Realtime.Training.Weights;
using TorchSharp;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Distillation;

/// <summary>A larger generator that another learns to imitate: it translates as the canvas shows it, and learns nothing itself.</summary>
/// <remarks>Thread contract: the training thread. It owns its network and outlives the trainers that use it.</remarks>
internal sealed class Teacher : IDisposable
{
    private readonly GeneratorNetwork _network;

    public Teacher(Snapshot snapshot, Device device)
    {
        Name = DistillationTexts.Teacher(snapshot.Metadata.Run, snapshot.Metadata.Step);
        _network = snapshot.Generator.ToNetwork();
        _network.to(device);
        Translation.Enter(_network, snapshot.Metadata.Statistics);
    }

    /// <summary>The run that made it, and when.</summary>
    public string Name { get; }

    public GeneratorShape Shape => _network.Shape;

    public long Weights => _network.parameters().Sum(parameter => parameter.numel());

    /// <param name="input"><c>[N,C,H,W] float32, -1..1</c>.</param>
    /// <param name="style">Of the pictures, <c>[N,K]</c>; null where it knows none.</param>
    /// <param name="bottleneck">See <see cref="GeneratorNetwork.Translate"/>; float32.</param>
    /// <returns><c>[N,C,H,W] float32, -1..1</c>, and like the bottleneck without a way back.</returns>
    public Tensor Translate(Tensor input, Tensor? style, out Tensor bottleneck)
    {
        using var noGradient = no_grad();
        _network.Style = style;
        return _network.Translate(input, out bottleneck);
    }

    public void Dispose() => _network.Dispose();
}
