namespace Pix2Pix.Realtime.App.Sources;

/// <summary>Texts about videos, cameras, screens and folders of pictures.</summary>
internal static class SourcesTexts
{
    public static string UnknownSource(string found) => $"Expected a video or image file, a folder of images, camera, camera:NAME, an rtsp, http or udp address, screen, screen:WxH+X+Y or test, found '{found}'; check the name.";
    public static string NoCamera(string name, string found) => $"Expected a camera called '{name}', found {found}; connect it or choose another.";
    public const string NoCameras = "no cameras at all";
    public static string UnknownScheme(string schemes, string found) => $"Expected a network address that begins with one of {schemes}, found '{found}'; correct the scheme.";
    public static string NoPictures(string folder) => $"Expected images in the folder '{folder}', found none; choose another folder.";
    public static string ScreenRegion(string found) => $"Expected a screen region such as 640x480+100+50, found '{found}'; use WIDTHxHEIGHT+X+Y.";
    public const string NoCameraName = "Expected a camera's name, found none; use camera:NAME with a name that 'ffmpeg -list_devices true -f dshow -i dummy' lists.";
    public const string NoDisplay = "Expected an X display to capture, found none; set DISPLAY or choose another source.";
    public const string TheCamera = "the camera";
    public static string TheCameraAt(string place) => $"the camera {place}";
    public const string TheScreen = "the screen";
    public const string TheTestSource = "the test source";

    public static string Opening(string name) => $"opening {name}";
    public static string Playing(string name) => $"{name} plays";
    public static string Lost(string name, double seconds) => $"{name} is lost: no new frame for {seconds:0} s; the last one is kept";
    public const string SendsNothing = "sends nothing";
    public const string WentAway = "went away";
    public const string CannotOpen = "can't be opened";
    public static string Retrying(string name, string trouble, FfmpegErrors reason, double seconds) => $"{name} {trouble} ({reason}); retrying every {seconds:0.#} s";
    public static string FirstFrameLate(string name, double seconds) => $"Expected a frame of {name} within {seconds:0.#} s, found none; the machine is too busy or the file is damaged. Start it again, or choose another file.";
    public static string Ended(string name) => $"{name} has ended";
    public static string NotReadable(string name, FfmpegErrors reason) => $"Expected a video that ffmpeg can read in {name}, but it failed: {reason}. Choose another file.";
    public static string NoReadablePictures(string name, string? passedOver) => $"Expected images in {name}, found no readable one; choose another folder. {passedOver}";
    public static string Showing(string name, string file, string note) => $"{name} shows {file}{note}";

    public const string InstallFfmpeg = "install it (winget install Gyan.FFmpeg, or from https://ffmpeg.org) and open a new console";
    public static string NoFfmpeg(string program, string hint) => $"Expected the program '{program}' to read and write videos, found none; {hint}.";
    public static string NoDevice(string device) => $"there is no {device}";
    public static string OldFfmpeg(string reason) => $"{reason}; this ffmpeg is too old, install 5.1 or newer";
    public const string NoVideo = "it contains no video";
    public static string DeviceInUse(string reason) => $"{reason}; close the other program that uses it";
    public const string NoReason = "ffmpeg gave no reason";
}
