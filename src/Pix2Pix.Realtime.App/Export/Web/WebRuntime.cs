using System.Diagnostics;
using System.Formats.Tar;
using System.IO.Compression;
using System.Text.Json;
using Pix2Pix.Realtime.Files;

namespace Pix2Pix.Realtime.App.Export.Web;

/// <summary>ONNX Runtime for the web, from its npm package: what the page loads, for the CPU (WebAssembly) and for WebGPU.</summary>
internal static class WebRuntime
{
    private const string Package = "onnxruntime-web";
    private const string Version = "1.30.0";

    /// <summary>The files of package/dist/ that the page's worker asks for.</summary>
    private static readonly string[] Files =
    [
        "ort.wasm.min.mjs", "ort-wasm-simd-threaded.mjs", "ort-wasm-simd-threaded.wasm",
        "ort.webgpu.min.mjs", "ort-wasm-simd-threaded.asyncify.mjs", "ort-wasm-simd-threaded.asyncify.wasm",
    ];

    /// <summary>Downloads the package with npm and writes its files.</summary>
    /// <param name="folder">Where they go; it exists.</param>
    /// <exception cref="UserException">There is no npm, it has no such package, or the package has other files.</exception>
    public static void Write(string folder)
    {
        var scratch = Directory.CreateTempSubdirectory("pix2pix-npm-");
        try
        {
            Unpack(Download(scratch.FullName), folder);
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }

    private static string Download(string folder)
    {
        var npm = ProgramPath.Find("npm") ?? throw new UserException(WebTexts.NoNpm(Package));
        var start = new ProcessStartInfo(npm, ["pack", $"{Package}@{Version}", "--pack-destination", folder, "--loglevel", "error"])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder,
        };
        using var process = Process.Start(start)!;
        var faults = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 && Directory.GetFiles(folder, "*.tgz") is [var archive]
            ? archive
            : throw new UserException(WebTexts.NpmFailed(Package, Version, process.ExitCode, FirstLine(faults.GetAwaiter().GetResult())));
    }

    private static void Unpack(string archive, string folder)
    {
        using var stream = new GZipStream(File.OpenRead(archive), CompressionMode.Decompress);
        using var tar = new TarReader(stream);
        var missing = Files.ToHashSet(StringComparer.Ordinal);
        while (tar.GetNextEntry() is { } entry)
        {
            var name = Path.GetFileName(entry.Name);
            if (entry.Name == "package/package.json" && VersionOf(entry.DataStream!) is var found && found != Version)
            {
                throw new UserException(WebTexts.OtherVersion(Package, Version, found));
            }

            if (entry.Name == $"package/dist/{name}" && missing.Remove(name))
            {
                entry.ExtractToFile(Path.Combine(folder, name), overwrite: false);
            }
        }

        if (missing.Count > 0)
        {
            throw new UserException(WebTexts.FilesMissing(Package, Version, string.Join(", ", missing)));
        }
    }

    private static string VersionOf(Stream json)
    {
        using var facts = JsonDocument.Parse(json);
        return facts.RootElement.GetProperty("version").GetString() ?? "none";
    }

    private static string FirstLine(string text) => text.Trim().Split('\n')[0];
}
