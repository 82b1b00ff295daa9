using Pix2Pix.Realtime.Painting.Tools;

namespace Pix2Pix.Realtime.App.Live.Canvas;

/// <summary>A stamp that a person made of a selection.</summary>
/// <param name="Path">Its file.</param>
/// <param name="Tool">What places it.</param>
/// <param name="Tip">Its tooltip.</param>
internal sealed record OwnStamp(string Path, StampTool Tool, string Tip);
