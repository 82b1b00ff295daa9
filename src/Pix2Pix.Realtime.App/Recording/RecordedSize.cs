namespace Pix2Pix.Realtime.App.Recording;

/// <summary>How large a video is recorded.</summary>
internal enum RecordedSize
{
    /// <summary>As large as the window shows the picture, up to 4K.</summary>
    Shown,

    /// <summary>As the generator writes it.</summary>
    Generator,
}
