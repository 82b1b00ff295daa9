namespace Pix2Pix.Realtime.Rendering.Windowing;

/// <summary>A place in the window, in framebuffer pixels from the top left; the centre of the first pixel is 0.5, 0.5.</summary>
internal readonly record struct PointerPosition(double X, double Y);
