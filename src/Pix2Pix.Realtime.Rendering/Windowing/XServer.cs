using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Pix2Pix.Realtime.Rendering.Windowing;

/// <summary>
/// Hears when the X server goes away. Xlib ends the program then, from inside of whatever call noticed it; what is called here first is the only
/// chance to keep something. Main thread.
/// </summary>
internal static unsafe partial class XServer
{
    private static Action? _lost;

    /// <param name="lost">Called once, on the main thread, with the program about to end.</param>
    public static void WhenLost(Action? lost)
    {
        _lost = lost;
        if (OperatingSystem.IsLinux() && NativeLibrary.TryLoad(NativeLibraries.X11, out _))
        {
            SetIOErrorHandler(&Lost);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Lost(nint display)
    {
        try
        {
            Interlocked.Exchange(ref _lost, null)?.Invoke();
        }
        catch (Exception fault)
        {
            // Nothing managed is above this call, and the program ends with its return.
            Console.Error.WriteLine(fault.Message);
        }

        return 0;
    }

    [LibraryImport(NativeLibraries.X11, EntryPoint = "XSetIOErrorHandler")]
    private static partial nint SetIOErrorHandler(delegate* unmanaged[Cdecl]<nint, int> handler);
}
