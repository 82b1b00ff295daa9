using Pix2Pix.Realtime.App.Sources;

namespace Pix2Pix.Realtime.App.Bench;

/// <summary>What the measurements say on the console.</summary>
internal static class BenchTexts
{
    public static string UnknownGroup(string groups, string found) => $"Expected one of {groups}, found '{found}'.";
    public static string Seconds(int seconds) => $"Expected --seconds in 1..3600, found {seconds}.";
    public const string Frames = "frames ...";
    public const string Strokes = "strokes, start, idle window ...";
    public const string NoDisplay = "no display: idle.cpu_percent and app.memory_mb are skipped (xvfb-run -a ./pix2pix bench live measures them)";
    public const string Video = "video and recording ...";
    public const string Pictures = "a folder of pictures ...";
    public const string Student = "a student's translations ...";
    public const string LargePictures = "512x512 and 1024x1024 ...";
    public const string Scenes = "every sample scene ...";
    public const string Street = "a walk in the street ...";
    public const string TrainingSteps = "training steps ...";
    public const string PaintingWhileTraining = "painting while training, then a thousand hot swaps ...";
    public static string Limits(string floats, string bytes) => $"limits of this machine: fp32 by {floats}; int8 by {bytes}";
    public const string NoLibrary = "the C library is not published yet: native.ratio and native.submit_ms are skipped (publish it with: dotnet publish src/Pix2Pix.Realtime.Native -c Release -r linux-x64)";
    public const string Runtimes = "other runtimes ...";
    public static string PeersSkipped(string reason) => $"peers.* is skipped: {reason}";
    public const string TwoRanks = "two ranks ...";
    public static string NoOpenMpi(string hint) => $"ranks.* is skipped: there is no Open MPI ({hint})";
    public const string UseLinuxOrMac = "use Linux or macOS";
    public const string RandomWeights = "random weights";
    public const string TheBench = "the bench";

    public const string CpuRenderer = ": Mesa renders on the CPU, so these figures say nothing about GPUs";
    public const string OfTheLimit = "of the limit";
    public const string GigaFlops = "GFLOP/s";
    public const string OfLimit = "of limit";
    public const string GigaBytes = "GB/s";
    public const string OfOneCore = "% of one core";

    public static string NoNode(string folder) => $"expected Node.js (the program 'node') for the peers, found none; install it, then run: npm install --prefix {folder}";
    public static string NoPeers(string folder) => $"the peers' packages are not installed yet; run: npm install --prefix {folder}";
    public const string OnnxRuntimeWeb = "ONNX Runtime for the web";
    public const string SameInInt8 = "the same with int8";
    public static string PeerNote(string name, string version, int threads, double? difference) => FormattableString.Invariant($"{name} {version}, {threads} threads, largest difference from ours {difference:G2}");
    public static string PeerDiffers(string name, double most, double? found) => FormattableString.Invariant($"Expected {name}'s output within {most} of ours, found a difference of {found}: it runs another network, so its speed is not comparable.");
    public static string PeerEnded(string name) => $"Expected an answer from {name}, but its process ended; its output is above.";

    public static string TrainingFailed(int exitCode) => $"Expected figures from the training program, but it ended with exit code {exitCode}; its output is above.";
    public static string HostSilent(double seconds, string launcher) => $"Expected the training host to respond within {seconds} s, but it did not; run '{launcher} live' and press Start to see why.";
    public static string LibraryFailed(int status, string? message) => $"The C library returned {status}: {message}";
    public static string RunEnded(string words) => $"Expected a training run beside the window, but it ended: {words}";
    public static string LiveFailed(int exitCode) => $"Expected 'pix2pix live --headless' to succeed, but it ended with exit code {exitCode}; run it to see why.";
    public static string NoFrame(string launcher) => $"Expected a window with a translated frame, but the program ended or showed none; run '{launcher} live' to see why.";
    public static string TranslateFailed(int exitCode) => $"Expected 'pix2pix translate' to succeed, but it ended with exit code {exitCode}; run it to see why.";
    public static string NoTestVideo(FfmpegErrors complaints) => $"Expected ffmpeg to make a test video, but it failed: {complaints}.";
}
