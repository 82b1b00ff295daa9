namespace Pix2Pix.Realtime.App.Recording;

/// <summary>The content of a recording.</summary>
internal enum RecordedPicture
{
    /// <summary>The translation alone.</summary>
    Translation,

    /// <summary>The input on the left, the translation on the right.</summary>
    Both,
}
