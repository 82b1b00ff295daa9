using System.Runtime.InteropServices;

namespace Pix2Pix.Realtime.Rendering.Windowing;

/// <summary>The part of Xlib and of X's second input extension that a pen needs, as their headers declare it. One thread for each connection.</summary>
internal static unsafe partial class XInput
{
    public const int AllDevices = 0;
    public const int GenericEvent = 35;
    public const int HierarchyChanged = 11;
    public const int RawMotion = 17;
    public const int RawButtonPress = 15;
    public const int ValuatorClass = 2;

    private const string X11 = NativeLibraries.X11;
    private const string Xi = NativeLibraries.XInput;

    [LibraryImport(X11, EntryPoint = "XOpenDisplay")]
    public static partial nint OpenDisplay(nint name);

    [LibraryImport(X11, EntryPoint = "XCloseDisplay")]
    public static partial int CloseDisplay(nint display);

    [LibraryImport(X11, EntryPoint = "XDefaultRootWindow")]
    public static partial nint DefaultRootWindow(nint display);

    [LibraryImport(X11, EntryPoint = "XQueryExtension", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int QueryExtension(nint display, string name, out int opcode, out int firstEvent, out int firstError);

    [LibraryImport(X11, EntryPoint = "XInternAtom", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint InternAtom(nint display, string name, int onlyIfExists);

    [LibraryImport(X11, EntryPoint = "XPending")]
    public static partial int Pending(nint display);

    [LibraryImport(X11, EntryPoint = "XNextEvent")]
    public static partial int NextEvent(nint display, XEvent* next);

    [LibraryImport(X11, EntryPoint = "XGetEventData")]
    public static partial int GetEventData(nint display, XEvent* cookie);

    [LibraryImport(X11, EntryPoint = "XFreeEventData")]
    public static partial void FreeEventData(nint display, XEvent* cookie);

    [LibraryImport(X11, EntryPoint = "XFlush")]
    public static partial int Flush(nint display);

    [LibraryImport(Xi, EntryPoint = "XIQueryVersion")]
    public static partial int QueryVersion(nint display, ref int major, ref int minor);

    [LibraryImport(Xi, EntryPoint = "XISelectEvents")]
    public static partial int SelectEvents(nint display, nint window, XEventMask* masks, int count);

    [LibraryImport(Xi, EntryPoint = "XIQueryDevice")]
    public static partial XDeviceInfo* QueryDevice(nint display, int device, out int count);

    [LibraryImport(Xi, EntryPoint = "XIFreeDeviceInfo")]
    public static partial void FreeDeviceInfo(XDeviceInfo* devices);
}
