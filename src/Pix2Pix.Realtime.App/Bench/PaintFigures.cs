namespace Pix2Pix.Realtime.App.Bench;

/// <summary>Latency and frame times of a painting session.</summary>
/// <param name="FrameP99">Milliseconds that 99% of the window's frames stayed within.</param>
/// <param name="PhotonP99">Milliseconds from the pointer's event to its translation on the screen, for 99% of the newest.</param>
internal readonly record struct PaintFigures(double FrameP99, double PhotonP99);
