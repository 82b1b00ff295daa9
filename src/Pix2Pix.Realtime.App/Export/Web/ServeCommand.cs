using System.ComponentModel;
using System.Globalization;
using System.Net;
using Spectre.Console;
using Spectre.Console.Cli;

namespace Pix2Pix.Realtime.App.Export.Web;

/// <summary><c>pix2pix serve FOLDER</c>: an exported page on this machine's loopback address, with the headers that threads in a browser need.</summary>
internal sealed class ServeCommand : AsyncCommand<ServeCommand.Settings>
{
    private static readonly Dictionary<string, string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        [".html"] = "text/html; charset=utf-8", [".css"] = "text/css", [".js"] = "text/javascript", [".mjs"] = "text/javascript", [".json"] = "application/json",
        [".wasm"] = "application/wasm", [".png"] = "image/png", [".onnx"] = "application/octet-stream",
    };

    internal sealed class Settings : CommandSettings
    {
        [CommandArgument(0, "<FOLDER>")]
        [Description("A folder made by 'pix2pix export --web FOLDER'.")]
        public string Folder { get; init; } = "";

        [CommandOption("--port <NUMBER>")]
        [Description("The TCP port on 127.0.0.1; no other machine can connect.")]
        [DefaultValue(8000)]
        public int Port { get; init; }

        public override ValidationResult Validate() =>
            Port is < 1 or > 65535 ? ValidationResult.Error(WebTexts.Port(Port))
            : !File.Exists(Path.Combine(Folder, "index.html")) ? ValidationResult.Error(WebTexts.NoPage(Folder))
            : ValidationResult.Success();
    }

    public override async Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        var address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{settings.Port}/");
        using var listener = new HttpListener();
        listener.Prefixes.Add(address);
        try
        {
            listener.Start();
        }
        catch (HttpListenerException fault)
        {
            throw new UserException(WebTexts.PortTaken(settings.Port, fault.Message));
        }

        Console.WriteLine(WebTexts.Serving(address));
        await using var stop = cancellationToken.Register(listener.Stop);
        using var signal = System.Runtime.InteropServices.PosixSignalRegistration.Create(System.Runtime.InteropServices.PosixSignal.SIGINT, one =>
        {
            one.Cancel = true;
            listener.Stop();
        });
        var root = Path.GetFullPath(settings.Folder);
        while (listener.IsListening)
        {
            try
            {
                var request = await listener.GetContextAsync();
                _ = Task.Run(() => AnswerAsync(request, root), CancellationToken.None);
            }
            catch (Exception fault) when (fault is HttpListenerException or ObjectDisposedException && !listener.IsListening)
            {
                break;
            }
        }

        return 0;
    }

    private static async Task AnswerAsync(HttpListenerContext context, string root)
    {
        try
        {
            using var response = context.Response;
            var path = Path.GetFullPath(Path.Combine(root, Uri.UnescapeDataString(context.Request.Url!.AbsolutePath).TrimStart('/')));
            if (path == root || path == root + Path.DirectorySeparatorChar)
            {
                path = Path.Combine(root, "index.html");
            }

            response.Headers["Cross-Origin-Opener-Policy"] = "same-origin";
            response.Headers["Cross-Origin-Embedder-Policy"] = "require-corp";
            response.Headers["Cache-Control"] = "no-cache";
            if (!path.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal) || !File.Exists(path))
            {
                response.StatusCode = (int)HttpStatusCode.NotFound;
                return;
            }

            await using var file = File.OpenRead(path);
            response.ContentType = Types.GetValueOrDefault(Path.GetExtension(path), "application/octet-stream");
            response.ContentLength64 = file.Length;
            if (context.Request.HttpMethod != "HEAD")
            {
                await file.CopyToAsync(response.OutputStream);
            }
        }
        catch (Exception fault) when (fault is HttpListenerException or IOException or ArgumentException)
        {
            // The browser went away, or asked for a name that is none.
            await Console.Error.WriteLineAsync($"pix2pix: {context.Request.RawUrl}: {fault.Message}");
        }
    }
}
