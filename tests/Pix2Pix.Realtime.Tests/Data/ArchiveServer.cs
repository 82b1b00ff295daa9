using System.Net;
using System.Net.Sockets;

namespace Pix2Pix.Realtime.Tests.Data;

/// <summary>A web server on this machine that serves one archive, with ranges, and can break off.</summary>
internal sealed class ArchiveServer : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly byte[] _archive;

    public ArchiveServer(byte[] archive)
    {
        _archive = archive;
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            Address = new Uri($"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/");
        }

        _listener.Prefixes.Add(Address.ToString());
        _listener.Start();
        _ = ServeAsync();
    }

    public Uri Address { get; }

    /// <summary>How many bytes of the next answer are sent before the connection breaks; null = all.</summary>
    public int? BreakAfter { get; set; }

    /// <summary>The first byte that each answer started with.</summary>
    public List<int> Starts { get; } = [];

    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        while (true)
        {
            try
            {
                Answer(await _listener.GetContextAsync());
            }
            catch (Exception fault) when (fault is HttpListenerException or ObjectDisposedException)
            {
                // The test has closed the server.
                return;
            }
        }
    }

    private void Answer(HttpListenerContext context)
    {
        var response = context.Response;
        if (context.Request.Url!.AbsolutePath != "/set.tar.gz")
        {
            response.StatusCode = 404;
            response.Close();
            return;
        }

        var start = context.Request.Headers["Range"] is { } range ? int.Parse(range.Split('=', '-')[1]) : 0;
        Starts.Add(start);
        response.StatusCode = start == 0 ? 200 : start < _archive.Length ? 206 : 416;
        if (start > 0)
        {
            response.AddHeader("Content-Range", start < _archive.Length ? $"bytes {start}-{_archive.Length - 1}/{_archive.Length}" : $"bytes */{_archive.Length}");
        }

        var rest = start < _archive.Length ? _archive[start..] : [];
        response.ContentLength64 = rest.Length;
        if (BreakAfter is { } length)
        {
            BreakAfter = null;
            response.OutputStream.Write(rest, 0, length);
            response.OutputStream.Flush();
            response.Abort();
            return;
        }

        response.OutputStream.Write(rest);
        response.Close();
    }
}
