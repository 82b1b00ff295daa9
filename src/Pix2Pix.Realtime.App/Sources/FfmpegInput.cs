namespace Pix2Pix.Realtime.App.Sources;

/// <summary>
/// The one place that hands ffmpeg or ffprobe something to read that a person named: what it may open on the way is listed, so that a playlist, or a file that calls itself a
/// video and is one, can't name other files of this machine.
/// </summary>
internal static class FfmpegInput
{
    /// <summary>Containers and plain streams of one file; no playlist (hls, dash, concat, sdp, imf) and no numbered series (image2) is among them.</summary>
    private const string Formats =
        "mov,matroska,webm,avi,mpeg,mpegts,mpegvideo,ogg,flv,asf,gif,apng,ivf,nut,mxf,dv,h264,hevc,m4v,mjpeg,yuv4mpegpipe,rm,swf,av1,obu,wtv";

    /// <summary>What streams are made of, one over the other; no file.</summary>
    private const string NetworkProtocols = "rtsp,rtsps,rtmp,rtmps,rtmpt,rtmpts,rtp,srtp,srt,udp,tcp,http,https,httpproxy,tls,crypto,data";

    /// <summary>A regular file alone. <c>file:</c> keeps a name with a colon or a leading dash from being read as something else.</summary>
    public static string[] File(string path) => ["-protocol_whitelist", "file", "-format_whitelist", Formats, "-i", $"file:{path}"];

    /// <param name="url">One that <see cref="SourceAddress"/> lets through, so that it begins with a scheme.</param>
    public static string[] Stream(string url) => ["-protocol_whitelist", NetworkProtocols, "-i", url];
}
