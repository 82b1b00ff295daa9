using System.Runtime.InteropServices;

namespace Pix2Pix.Realtime.App.Doctor;

/// <summary>What 'doctor' finds, and what to do about it.</summary>
internal static class DoctorTexts
{
    public static string Processor(int cores, Architecture architecture, string speed) => $"{cores} cores, {architecture}, {speed}";
    public static string With(string speedUps) => $"with {speedUps}";
    public const string NoAvx2 = "no AVX2: translation will be slow";
    public const string FastInt8 = "fast int8 (VNNI)";
    public static string LittleMemory(double gigabytes, double comfortable) => $"{gigabytes:0.0} GB: enough to paint; training at full width needs {comfortable} GB";
    public static string Memory(double gigabytes) => $"{gigabytes:0.0} GB";
    public static string NoFfmpeg(string hint) => $"not found; cameras, videos and recording need it: {hint}";
    public const string NoCameras = "none found; videos, streams and the screen can be sources too";

    public const string WindowTitle = "pix2pix doctor";
    public static string WindowOpens(string renderer) => $"opens; {renderer}";
    public static string NoWindow(string message) => $"{message} 'live' runs headless instead";
    public static string Renderer(string version, string vendor, string renderer) => $"OpenGL {version} by {vendor}, {renderer}";
    public static string SoftwareRenderer(string renderer) => $"{renderer}: renders on the CPU, no GPU found";
    public const string ProviderGl = "--provider gl";
    public static string ComputeShaders(double megabytes, int kilobytes) => $"compute shaders, buffers up to {megabytes:0} MB, {kilobytes} KB shared";
    public static string NoComputeShaders(int major, int minor) => $"needs OpenGL 4.3, found {major}.{minor}; ONNX Runtime runs the generator instead";

    public const string OnnxRuntime = "ONNX Runtime";
    public static string OtherLibrary(string name, string found) => $"Expected the program's own {name}, found Windows' older one: {found}; unpack or build the program again, so that its own lies beside it.";
    public static string OldRuntime(string found, Version wanted) => $"{found}: older than {wanted}, which may crash; install the newest Visual C++ Redistributable (https://aka.ms/vs/17/release/vc_redist.x64.exe)";

    public static string TrainingNotBuilt(string launcher) => $"not built yet: painting works; the first '{launcher} train' or Start in the window builds the training program and fetches libtorch (0.6 GB)";
    public static string TrainingFails(string launcher) => $"the training program failed to start; '{launcher} train --config configs/quick.yaml --verbose' shows why";
}
