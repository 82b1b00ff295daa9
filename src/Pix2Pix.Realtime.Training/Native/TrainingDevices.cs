using Pix2Pix.Realtime.Settings;
using TorchSharp;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Native;

/// <summary>Chooses where a run's arithmetic happens.</summary>
internal static class TrainingDevices
{
    /// <param name="wanted">Auto takes an NVIDIA GPU if this build has the packages for one and the machine has the GPU.</param>
    /// <param name="localRank">The process's number among those of its machine, which take its GPUs in turn.</param>
    /// <exception cref="UserException">A GPU was asked for and there is none, or this build can't use it.</exception>
    public static Device Choose(TrainingDevice wanted, int localRank = 0) => wanted switch
    {
        TrainingDevice.Cpu => CPU,
        _ when cuda.is_available() => localRank == 0 ? CUDA : new Device(DeviceType.CUDA, localRank % cuda.device_count()),
        TrainingDevice.Auto => CPU,
        _ => throw new UserException(NativeTexts.NoGpu),
    };
}
