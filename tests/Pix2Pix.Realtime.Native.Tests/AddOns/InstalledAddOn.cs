using System.IO.Compression;
using Pix2Pix.Realtime.App.Pack;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Shared;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.Native.Tests.AddOns;

/// <summary>An add-on as <c>pix2pix pack</c> makes it, unpacked where the program's importer would put it.</summary>
internal static class InstalledAddOn
{
    /// <summary>Packs with a small generator, whose colours are known, and unpacks into the folder.</summary>
    public static void Unpack(string host, PublishedLibrary library, TemporaryFolder scratch, string folder)
    {
        TwoLayerModel.Write(scratch.File("small.onnx"), 256, 256);
        using var package = new MemoryStream();
        new AddOnPackage(host).Write(package, [library.Folder], scratch.File("small.onnx"), PaletteFile.Load("cmp-facade"));
        using var archive = new ZipArchive(package, ZipArchiveMode.Read);
        archive.ExtractToDirectory(folder, overwriteFiles: true);
    }
}
