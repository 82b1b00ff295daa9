using System.Runtime.InteropServices;
using Pix2Pix.Realtime.Files;

namespace Pix2Pix.Realtime.App.Pack;

/// <summary>The C library, built for a system: on Linux also for Windows, with lld and mingw-w64; on Windows for Windows alone.</summary>
internal static class CLibrary
{
    private const string Windows = "win-x64";

    /// <summary>The systems that this one can build it for.</summary>
    public static string[] Systems { get; } = [.. ((string[])[RuntimeInformation.RuntimeIdentifier, .. OperatingSystem.IsLinux() ? [Windows] : Array.Empty<string>()]).Distinct()];

    /// <summary>What NuGet restored for it.</summary>
    public static string Assets => ProjectFolder.Under("artifacts", "obj", "Pix2Pix.Realtime.Native", "project.assets.json");

    /// <summary>Builds it.</summary>
    /// <param name="system">One of <see cref="Systems"/>.</param>
    /// <returns>The folder that holds it with ONNX Runtime, header and all that a C program needs.</returns>
    /// <exception cref="UserException">It could not be built.</exception>
    public static string Publish(string system)
    {
        Console.Error.WriteLine(PackTexts.BuildingLibrary(system));
        var folder = ProjectFolder.Under("artifacts", "publish", "Pix2Pix.Realtime.Native", $"release_{system}");

        // What an earlier version left there must not be given away.
        Removal.TryFolder(folder);
        return Publication.Run(ProjectFolder.Under("src", "Pix2Pix.Realtime.Native"), system) is { } fault
            ? throw new UserException(PackTexts.LibraryNotBuilt(system, fault))
            : folder;
    }
}
