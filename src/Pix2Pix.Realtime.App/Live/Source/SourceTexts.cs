namespace Pix2Pix.Realtime.App.Live.Source;

/// <summary>What the Source page and the live sources say.</summary>
internal static class SourceTexts
{
    public const string Translated = "Translated";
    public const string From = "From";
    public const string ThePainting = "the painting";
    public const string FromHint = "A file, a folder, camera, camera:NAME, screen, screen:WxH+X+Y, test, or an rtsp, http or udp address";
    public const string File = "File";
    public const string ChooseFile = "Choose a video or an image";
    public const string Camera = "Camera";
    public const string CameraHint = "The first camera";
    public const string Screen = "Screen";
    public const string ScreenHint = "Capture this screen";
    public const string LiveSource = "Live source";
    public const string LiveSourceHint = "Translate the live source; turn off to translate the canvas";

    public const string Pictures = "Pictures";
    public const string Look = "Look";
    public const string Framing = "Framing";
    public const string Mirror = "Mirror";
    public const string Brightness = "Brightness";
    public const string Contrast = "Contrast";
    public const string Smoothing = "Smoothing";

    public const string Play = "Play";
    public const string Pause = "Pause";
    public const string PlayHint = "Let the video stand still, or play on";
    public const string FromStart = "From the start";
    public const string FromStartHint = "Play the video from its beginning";
    public const string Speed = "Speed";
    public const string Loop = "Loop";
    public const string Second = "Second";
    public const string SecondHint = "Where the video is: drag it to another place";

    public const string CoversPainting = "The live source covers your painting, which is kept; turn the source off to paint on.";
    public const string TurnOff = "Turn it off";
    public const string EdgesNeedMotion = "Expected a video, camera, stream or screen for the look 'edges', found still images; choose another look.";
    public const string Wayland = "On Wayland a program can't read the screen by itself: expect a black picture; log in to an X11 session, or choose another source.";
}
