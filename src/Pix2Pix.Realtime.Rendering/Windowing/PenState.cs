namespace Pix2Pix.Realtime.Rendering.Windowing;

/// <summary>How a tablet's pen is held.</summary>
/// <param name="Pressure">0 = it only hovers .. 1 = full pressure.</param>
/// <param name="IsEraser">Whether its eraser end points down.</param>
internal readonly record struct PenState(float Pressure, bool IsEraser);
