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
        archive.ExtractToDirectory(folder);
    }

    /// <summary>What the small generator makes of a colour.</summary>
    public static Rgb Translated(Rgb color)
    {
        var answer = new float[3];
        TwoLayerModel.Translate([(color.R / 127.5f) - 1, (color.G / 127.5f) - 1, (color.B / 127.5f) - 1], answer);
        return new Rgb(Byte(answer[0]), Byte(answer[1]), Byte(answer[2]));

        static byte Byte(float value) => (byte)Math.Clamp(Math.Round((value * 127.5f) + 127.5f), 0, 255);
    }
}
