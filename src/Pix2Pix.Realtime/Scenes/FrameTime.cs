namespace Pix2Pix.Realtime.Scenes;

/// <summary>The time of a frame, from the caller's clock: a real one, or one with fixed steps.</summary>
/// <param name="Frame">The frame's number, from 0.</param>
/// <param name="Seconds">Since the scene began.</param>
/// <param name="Delta">Seconds since the frame before; 0 in the first.</param>
public readonly record struct FrameTime(long Frame, double Seconds, double Delta);
