using Pix2Pix.Realtime.Images;

namespace Pix2Pix.Realtime.Rendering.Graphics;

/// <summary>What a layer draws with in one frame.</summary>
/// <param name="Device">For passes of its own; it stays the program's.</param>
/// <param name="Screen">What is shown.</param>
/// <param name="Area">The translation's part of the screen, in pixels.</param>
/// <param name="Translation">The newest translation, RGBA8; null before the first. It stays the program's, and may be another one in the next frame.</param>
public readonly record struct LayerFrame(GraphicsDevice Device, RenderTarget Screen, PixelRect Area, Texture? Translation);
