using Pix2Pix.Realtime.Files;

namespace Pix2Pix.Realtime.App.Pack;

/// <summary>
/// The C library in an archive: with ONNX Runtime, header, pkg-config file, CMake module, a sample and licences; for Windows also an import library. The same sources
/// give the same bytes.
/// </summary>
/// <param name="system">One of <see cref="CLibrary.Systems"/>.</param>
internal sealed class NativePackage(string system)
{
    /// <summary>The folder that the archive unpacks to.</summary>
    private const string Root = "pix2pix-native";

    public string FileName => $"{Root}-{AppPackage.Version}-{system}.zip";

    /// <param name="path">The archive; written whole or not at all.</param>
    /// <exception cref="UserException">The library could not be built.</exception>
    public void Write(string path)
    {
        var folder = CLibrary.Publish(system);
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["LICENSE"] = ProjectFolder.Under("LICENSE") };
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(IsNeeded))
        {
            files[Path.GetRelativePath(folder, file).Replace('\\', '/')] = file;
        }

        SystemZip.Write(path, Root, files, "", ThirdPartyNotices.Of(CLibrary.Assets, system));
    }

    /// <summary>Symbols are for faults in the library itself, and only its own import library is linked with.</summary>
    private static bool IsNeeded(string file) => Path.GetExtension(file) is not (".pdb" or ".dbg" or ".xml" or ".lib") || Path.GetFileName(file) == "libpix2pix_realtime.lib";
}
