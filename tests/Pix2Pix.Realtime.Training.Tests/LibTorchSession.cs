using System.Runtime.CompilerServices;
using Pix2Pix.Realtime.Processes;
using Pix2Pix.Realtime.Training.Native;

// What TorchSharp counts, and the memory that it holds, are the process's; other projects' tests use the other core.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]

namespace Pix2Pix.Realtime.Training.Tests;

/// <summary>Loads libtorch before any test's first tensor.</summary>
internal static class LibTorchSession
{
    /// <summary>
    /// On one thread, here and in the programs that tests start: pictures of 64 pixels gain nothing by more, and OpenMP's threads wait actively, which takes the other core from the
    /// tests that run beside these.
    /// </summary>
    [ModuleInitializer]
    internal static void Load()
    {
        NativeEnvironment.SetDefault("OMP_NUM_THREADS", "1");
        LibTorch.Load();
    }
}
