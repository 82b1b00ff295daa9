using Pix2Pix.Realtime.App.Sources;

namespace Pix2Pix.Realtime.App.Translate;

/// <summary>What 'translate' says.</summary>
internal static class TranslateTexts
{
    public const string NoInput = "Expected pictures or folders to translate, found none.";
    public static string NothingFound(string missing) => $"Expected an image or a folder at '{missing}' and a file or a folder after --output, found neither; check the path.";
    public const string NoOutput = "Expected a file or a folder after --output, found none.";
    public static string OneVideo(string file) => $"Expected one video and a video file after --output for '{file}'; videos are translated one at a time, e.g. -o translated.mp4.";
    public static string NoFolder(string output) => $"Expected an output folder for several images, found the file '{output}'; choose another.";
    public static string NoPictures(string folder, string? passedOver) => $"Expected images in '{folder}', found none. {passedOver}";
    public static string NoSuchInput(string input) => $"Expected an image or a folder at '{input}', found none; check the path.";
    public static string SameNames(string sources, string target) => $"Expected different file names, but {sources} would both become '{target}'; translate them into two folders.";
    public static string FileExists(string file) => $"Expected a file that does not exist yet, but '{file}' does; name another folder, nothing was changed.";
    public static string NotReadable(string path, FfmpegErrors reason) => $"Expected a video that ffmpeg can read in '{path}', but it failed: {reason}. Choose another file.";
    public static string NoFrames(string path) => $"Expected a video in '{path}', found no frames in it; choose another file.";
    public static string NoTimes(string path, int pictures) => $"Expected a video in '{path}' of two or more pictures with times, found {pictures}; choose another file.";
    public static string Assumed(string assumption) => $"Assumed: {assumption}";
    public static string VideoTranslated(int pictures, string video, string generator, string device, string target) => $"{pictures} frames of {video} translated with {generator} on {device}, written to {target}";
    public static string Skipped(string fault) => $"Skipped: {fault}";
    public const string NothingWritten = "No image was translated; nothing was written.";
    public static string PicturesTranslated(int written, int count, string generator, string device, string output) => $"{written} of {count} images translated with {generator} on {device}, written to {output}";
    public static string NotWritten(string target, string message) => $"'{target}' could not be written: {message}";
    public static string VideoNotWritten(int pictures, FfmpegErrors reason) => $"The translated video could not be written after {pictures} frames: {reason}. Choose another file or free some disk space, then start again.";
    public static string VideoEnds(string video, int pictures, FfmpegErrors reason) => $"'{video}' can't be read beyond frame {pictures}: {reason}. Choose another file.";
}
