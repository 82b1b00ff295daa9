namespace Pix2Pix.Realtime.App.Sources;

/// <summary>The kind of a live source.</summary>
internal enum SourceKind
{
    /// <summary>One picture, or a folder of them, shown in turn.</summary>
    Pictures,

    /// <summary>A video file, played at its own rate, again and again.</summary>
    Video,

    Camera,

    /// <summary>A network address.</summary>
    Stream,

    /// <summary>The screen, or a region of it.</summary>
    Screen,

    /// <summary>A moving test picture that ffmpeg draws.</summary>
    Test,
}
