using System.Runtime.CompilerServices;
using Pix2Pix.Realtime.Training.Native;

// libtorch spreads its own work over the cores; two tests at a time would only wait for each other.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]

namespace Pix2Pix.Realtime.Training.Tests;

/// <summary>Loads libtorch before any test's first tensor.</summary>
internal static class LibTorchSession
{
    [ModuleInitializer]
    internal static void Load() => LibTorch.Load();
}
