namespace Pix2Pix.Realtime.App.Recording;

/// <summary>What a recording shows.</summary>
internal enum RecordedPicture
{
    /// <summary>The translation alone, at the generator's size.</summary>
    Translation,

    /// <summary>What is translated on the left, the translation on the right.</summary>
    Both,
}
