using Pix2Pix.Realtime.Images;

namespace Pix2Pix.Realtime.App.Live.Frame;

/// <summary>Who has which part of the window, in pixels; empty = it is not there.</summary>
internal readonly record struct WorkspaceAreas(PixelRect Tools, PixelRect Info, PixelRect Status, PixelRect Canvas, PixelRect Translation, PixelRect Second);
