namespace Pix2Pix.Realtime.App.Sources;

/// <summary>Whose cameras and screens ffmpeg reads: each system has its own way.</summary>
internal enum CaptureSystem
{
    /// <summary>v4l2 and x11grab.</summary>
    Linux,

    /// <summary>dshow and gdigrab.</summary>
    Windows,

    /// <summary>avfoundation.</summary>
    MacOS,
}

/// <summary>Finds the system that the program runs on.</summary>
internal static class CaptureSystems
{
    public static CaptureSystem Current => OperatingSystem.IsWindows() ? CaptureSystem.Windows : OperatingSystem.IsMacOS() ? CaptureSystem.MacOS : CaptureSystem.Linux;
}
