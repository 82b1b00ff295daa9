namespace Pix2Pix.Realtime.Rendering.Windowing;

/// <summary>Text that other programs can paste, or that was copied there. Thread contract: the UI thread.</summary>
internal interface IClipboard
{
    /// <summary>The text; empty when the clipboard holds none.</summary>
    string Text { get; set; }
}
