using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.Native.Tests;

/// <summary>A C program that was written against the header of version 0.1.0.</summary>
public sealed class OldClientTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly PublishedLibrary _library;

    public OldClientTests(PublishedLibrary library)
    {
        Assert.SkipWhen(library.Missing is not null, library.Missing ?? "");
        _library = library;
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void It_compiles_and_finds_everything_as_it_was()
    {
        var program = _folder.File("client");
        Tool.Run(
            PublishedLibrary.Compiler!, "-std=c99", "-Wall", "-Wextra", "-Wpedantic", "-Werror", $"-I{PublishedLibrary.Include}", "-o", program,
            Version010.Path("client.c"), Path.Combine(_library.Folder, "libpix2pix_realtime.so"), $"-Wl,-rpath,{_library.Folder}");
        Assert.Equal(
            "32x32x3 to 32x32x3 of step 6, loads 1, translated 2, submitted 1, dropped 0, timed 1, asked the loader 1",
            Tool.Run(program, Version010.Path("small", "snapshots", "generator-000006.onnx")).Trim());
    }
}
