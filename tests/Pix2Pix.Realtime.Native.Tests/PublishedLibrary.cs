using System.Runtime.InteropServices;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Native.Tests;
using Pix2Pix.Realtime.Tests.Shared;

[assembly: AssemblyFixture(typeof(PublishedLibrary))]

namespace Pix2Pix.Realtime.Native.Tests;

/// <summary>Publishes the shared library once for all tests, as a person would, and loads it into this process.</summary>
public sealed class PublishedLibrary
{
    private readonly nint _handle;

    public PublishedLibrary()
    {
        if (!OperatingSystem.IsLinux() || Compiler is null)
        {
            Missing = "Publishing the native library needs Linux and a C compiler (apt-get install gcc).";
            return;
        }

        var identifier = $"linux-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";
        var project = ProjectFolder.Under("src", "Pix2Pix.Realtime.Native");
        var (code, output) = Tool.Try("dotnet", "publish", project, "-c", "Release", "-r", identifier, "-v", "q", "--nologo");
        if (code != 0 && output.Contains("ILCompiler", StringComparison.OrdinalIgnoreCase) && output.Contains("NU1", StringComparison.Ordinal))
        {
            Missing = "Publishing the native library needs the package Microsoft.DotNet.ILCompiler, which no source offers here.";
            return;
        }

        Assert.True(code == 0, output);
        Assert.DoesNotContain("warning", output, StringComparison.OrdinalIgnoreCase);
        Folder = ProjectFolder.Under("artifacts", "publish", "Pix2Pix.Realtime.Native", $"release_{identifier}");
        _handle = NativeLibrary.Load(Path.Combine(Folder, "libpix2pix_realtime.so"));
    }

    /// <summary>Why there is no library; null = there is one.</summary>
    public string? Missing { get; }

    /// <summary>Where the library lies, with ONNX Runtime beside it.</summary>
    public string Folder { get; } = "";

    /// <summary>The header's folder.</summary>
    public static string Include => ProjectFolder.Under("src", "Pix2Pix.Realtime.Native", "include");

    public static string? Compiler => Environment.GetEnvironmentVariable("PATH")!.Split(':')
        .SelectMany(folder => new[] { Path.Combine(folder, "gcc"), Path.Combine(folder, "clang") }).FirstOrDefault(File.Exists);

    public nint Export(string name) => NativeLibrary.GetExport(_handle, name);
}
