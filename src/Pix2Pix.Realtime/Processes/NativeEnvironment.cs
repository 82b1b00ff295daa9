using System.Runtime.InteropServices;

namespace Pix2Pix.Realtime.Processes;

/// <summary>
/// Environment variables as native libraries read them: from the C runtime, of which .NET's own environment is a copy on all systems but Windows. Any thread; call it before
/// the library that reads the variable loads.
/// </summary>
internal static partial class NativeEnvironment
{
    private const int Replace = 1;

    /// <summary>Sets a variable for this process's native libraries and for its child processes.</summary>
    public static void Set(string name, string value)
    {
        Environment.SetEnvironmentVariable(name, value);
        _ = OperatingSystem.IsWindows() ? PutOnWindows(name, value) : Put(name, value, Replace);
    }

    /// <summary>The same where the variable is not set yet: a user's own choice stays.</summary>
    public static void SetDefault(string name, string value)
    {
        if (Environment.GetEnvironmentVariable(name) is null)
        {
            Set(name, value);
        }
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Put(string name, string value, int overwrite);

    [LibraryImport("ucrtbase", EntryPoint = "_putenv_s", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int PutOnWindows(string name, string value);
}
