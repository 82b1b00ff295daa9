using TorchSharp;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Networks;

/// <summary>Random tensors on a device: dropout's masks, noise, shares. The same seed draws the same ones on the same device.</summary>
/// <remarks>
/// TorchSharp makes generators for the processor only, so a GPU's own one is used there, which all of the process shares: a training has its process to itself.
/// Thread contract: one thread at a time.
/// </remarks>
internal sealed class TensorRandom(Device device) : IDisposable
{
    private readonly Generator? _generator = device.type == DeviceType.CPU ? new Generator(0, CPU) : null;

    /// <param name="seed">63 bits are used.</param>
    public void Restart(ulong seed)
    {
        var bits = (long)(seed >> 1);
        if (_generator is null)
        {
            cuda.manual_seed_all(bits);
        }
        else
        {
            _generator.manual_seed(bits);
        }
    }

    /// <summary>Ones with this probability, else zeros, as many as another tensor has values and of its type.</summary>
    public Tensor Mask(Tensor like, double probability) => empty_like(like).bernoulli_(probability, _generator);

    /// <summary>float32, mean 0, deviation 1.</summary>
    public Tensor Normal(long[] shape) => randn(shape, device: device, generator: _generator);

    /// <summary>float32, 0..1.</summary>
    public Tensor Uniform(long[] shape) => rand(shape, device: device, generator: _generator);

    public void Dispose() => _generator?.Dispose();
}
