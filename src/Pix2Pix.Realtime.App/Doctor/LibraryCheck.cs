using System.Diagnostics;

namespace Pix2Pix.Realtime.App.Doctor;

/// <summary>
/// The native libraries that this process really loaded, with path and version: a library of the same name elsewhere on the machine may have been found first. It is
/// asked after what loads them.
/// </summary>
internal static class LibraryCheck
{
    private const string Runtime = "onnxruntime";

    /// <summary>The start of the names that matter: translation, panel, windows and the C++ runtime.</summary>
    private static readonly string[] Names =
    [
        Runtime, $"lib{Runtime}", "libSkiaSharp", "opengl32", "libGL.", "libEGL.", "libglfw", "msvcp140.", "vcruntime140.", "libstdc++",
    ];

    /// <summary>Older ones crash inside ONNX Runtime's locks.</summary>
    private static readonly Version FirstGoodRuntime = new(14, 40);

    public static IEnumerable<Finding> Loaded()
    {
        using var self = Process.GetCurrentProcess();
        var modules = self.Modules.Cast<ProcessModule>().Select(module => module.FileName)
            .Where(file => Names.Any(name => Path.GetFileName(file).StartsWith(name, StringComparison.OrdinalIgnoreCase))).Distinct().Order(StringComparer.Ordinal).ToList();
        return modules.Select(file => Judge(file, VersionOf(file), Environment.GetFolderPath(Environment.SpecialFolder.System)));
    }

    /// <param name="file">The library.</param>
    /// <param name="version">Its own; null = it has none.</param>
    /// <param name="systemFolder">Windows' own libraries; empty elsewhere.</param>
    internal static Finding Judge(string file, Version? version, string systemFolder)
    {
        // By either separator, so that the rule can be tested on any system.
        var name = file[(file.LastIndexOfAny(['/', '\\']) + 1)..];
        var words = version is null ? file : $"{version}, {file}";
        if (name.StartsWith(Runtime, StringComparison.OrdinalIgnoreCase) && systemFolder.Length > 0 && file.StartsWith(systemFolder, StringComparison.OrdinalIgnoreCase))
        {
            return new Finding(name, Verdict.Missing, DoctorTexts.OtherLibrary(name, words));
        }

        return name.StartsWith("msvcp140.", StringComparison.OrdinalIgnoreCase) && version is not null && version < FirstGoodRuntime
            ? new Finding(name, Verdict.Optional, DoctorTexts.OldRuntime(words, FirstGoodRuntime))
            : new Finding(name, Verdict.Works, words);
    }

    private static Version? VersionOf(string file) => FileVersionInfo.GetVersionInfo(file) is { FileMajorPart: > 0 } info
        ? new Version(info.FileMajorPart, info.FileMinorPart, info.FileBuildPart, info.FilePrivatePart)
        : null;
}
