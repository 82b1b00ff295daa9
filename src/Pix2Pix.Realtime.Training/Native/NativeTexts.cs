namespace Pix2Pix.Realtime.Training.Native;

/// <summary>Texts about libtorch and devices.</summary>
internal static class NativeTexts
{
    public static string Loads(string version, string how, int threads, string cuda) => $"libtorch {version} loads, {how}; {threads} threads; CUDA {cuda}";
    public static string DoesNotLoad(string message) => $"libtorch does not load: {message}";
    public const string NotAvailable = "not available";
    public const string Available = "available, and a convolution ran on it";
    public static string AvailableButUnusable(string reason) => $"available, but does not load its libraries: {reason}";
    public static string LoadingFailed(string folder, string message, string version) => $"Expected to load libtorch from {folder}, but loading failed: {message}; rebuild the training program, or install a C++ library with {version}.";
    public static string AsItIs(string folder) => $"as it is, from {folder}";
    public static string ThroughCopy(string path, string version) => $"through a copy of TorchSharp's library at {path} that does not require {version}, which this system's C++ library lacks";
    public static string ThroughTemporaryCopy(string version, string folder) => $"through a temporary copy of TorchSharp's library that does not require {version} (the cache folder {folder} can't be written)";
    public static string NoLibrary(string library, string folder) => $"Expected {library} in {folder}, found none; rebuild the training program to restore libtorch.";
    public const string NoElf = "Expected a 64-bit little-endian ELF library.";
    public const string NoGpu = "Expected an NVIDIA GPU for training.device cuda, found none that libtorch can use; build with -p:Accelerator=cuda on a machine with one, or set training.device to cpu.";
}
