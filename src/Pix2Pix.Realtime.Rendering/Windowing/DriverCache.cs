using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Processes;

namespace Pix2Pix.Realtime.Rendering.Windowing;

/// <summary>
/// The driver's own cache of compiled shaders. Mesa maps its index into memory, and on a full disk the first touch of it ends the process with SIGBUS and no sentence.
/// Any thread; call it before the first context is made.
/// </summary>
internal static class DriverCache
{
    /// <summary>Bytes: the index takes 1.3 MB, what is compiled here a few more; a disk with less than this is about to be full.</summary>
    private const long Needed = 32 << 20;

    private const string Disable = "MESA_SHADER_CACHE_DISABLE";

    /// <summary>Goes without the cache where its disk is almost full; says so.</summary>
    public static void RequireRoom()
    {
        if (!OperatingSystem.IsLinux() || Environment.GetEnvironmentVariable(Disable) is not null || DiskSpace.Free(Folder) is not < Needed)
        {
            return;
        }

        NativeEnvironment.Set(Disable, "true");
        Console.Error.WriteLine($"pix2pix: the disk of '{Folder}' is almost full, so the graphics driver keeps no compiled shaders; the window opens more slowly until there is room.");
    }

    /// <summary>As Mesa looks for it.</summary>
    private static string Folder => Environment.GetEnvironmentVariable("MESA_SHADER_CACHE_DIR") is { Length: > 0 } own ? own
        : Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } cache ? cache
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify), ".cache");
}
