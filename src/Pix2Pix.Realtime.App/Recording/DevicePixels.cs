namespace Pix2Pix.Realtime.App.Recording;

/// <summary>What pixels a video device is given; programs that read cameras don't all take both.</summary>
internal enum DevicePixels
{
    Yuv420p,
    Yuyv422,
}
