using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.App.Sources;
using Pix2Pix.Realtime.Rendering.Gui;
using Pix2Pix.Realtime.Rendering.Windowing;

namespace Pix2Pix.Realtime.App.Live.Source;

/// <summary>Opens what reads a source.</summary>
internal static class SourceReaders
{
    /// <summary>Begins to read.</summary>
    /// <returns>The caller's to dispose.</returns>
    /// <exception cref="UserException">This system can't read such a source.</exception>
    public static IFrameReader Open(LiveContext live, SourceAddress address, SourceOptions options)
    {
        if (address.Kind == SourceKind.Screen && DisplayServer.IsWayland)
        {
            live.Notices.Tell(ToastKind.Warning, SourceTexts.Wayland);
        }

        return address.Kind == SourceKind.Pictures
            ? new PictureReader(address, options, live.Pump.Wake, live.Pump.IsStepped ? null : PictureReader.UsualStay)
            : new FfmpegReader(address, options, live.Pump.Wake);
    }
}
