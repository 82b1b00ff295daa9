namespace Pix2Pix.Realtime.App;

/// <summary>What each verb does, as the help lists it.</summary>
internal static class ProgramTexts
{
    public const string Live = "Open the window: paint a label map and see its translation at once.";
    public const string Data = "Make, verify, join and download paired data.";
    public const string DataSynth = "Draw paired facades into a new folder.";
    public const string DataCheck = "Decode every file of a dataset and report what training would use.";
    public const string DataCombine = "Join two folders of images, paired by file name, into side-by-side pairs.";
    public const string DataFetch = "Download one of pix2pix's own datasets; an interrupted download is resumed.";
    public const string Bench = "Measure performance: frames, latency, start-up, idle, training.";
    public const string Translate = "Translate images, folders of images, or a video.";
    public const string Export = "Export a run's generator to ONNX (fp32, fp16 or int8) and verify it against libtorch.";
    public const string Serve = "Serve a web page made by 'export --web' on this machine, to try it.";
    public const string Distill = "Train a small, fast int8 generator (a student) that imitates a run's generator.";
    public const string Model = "Show what an .onnx model reads and writes, and what is assumed to use it.";
    public const string Test = "Measure a generator on all test pairs, and write an HTML page with every result.";
    public const string Pack = "Package this program for people without the .NET SDK, or the C library for Unity, Krita or Blender.";
    public const string Tune = "Find the fastest way to run a generator on this machine and remember it.";
    public const string Doctor = "Check what works on this machine, what is missing, and what to do about it.";
}
