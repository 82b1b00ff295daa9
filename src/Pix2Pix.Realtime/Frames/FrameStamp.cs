namespace Pix2Pix.Realtime.Frames;

/// <summary>Where a frame came from; it travels with the frame from the input event to the screen.</summary>
/// <param name="Sequence">The source's running number; it only grows. 0 = no frame yet.</param>
/// <param name="InputTicks">
/// When the input that caused the frame was delivered (the pointer event, the camera's frame), as
/// <see cref="System.Diagnostics.Stopwatch.GetTimestamp"/> ticks. 0 = no input caused it.
/// </param>
internal readonly record struct FrameStamp(long Sequence, long InputTicks);
