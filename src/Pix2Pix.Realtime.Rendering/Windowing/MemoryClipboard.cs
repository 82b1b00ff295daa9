namespace Pix2Pix.Realtime.Rendering.Windowing;

/// <summary>The clipboard of a program without a window: copy and paste work inside it.</summary>
internal sealed class MemoryClipboard : IClipboard
{
    public string Text { get; set; } = "";
}
