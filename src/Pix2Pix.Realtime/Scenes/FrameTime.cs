namespace Pix2Pix.Realtime.Scenes;

/// <summary>When a frame is. The caller's clock says so: a real one, or one that steps evenly.</summary>
/// <param name="Frame">The frame's number, from 0.</param>
/// <param name="Seconds">Since the scene began.</param>
/// <param name="Delta">Seconds since the frame before; 0 in the first.</param>
public readonly record struct FrameTime(long Frame, double Seconds, double Delta);
