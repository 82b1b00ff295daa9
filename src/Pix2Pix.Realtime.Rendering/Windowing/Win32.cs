using System.Runtime.InteropServices;

namespace Pix2Pix.Realtime.Rendering.Windowing;

/// <summary>The part of Windows' user, shell and kernel libraries that a window needs, as its headers declare it. The thread that made the window.</summary>
internal static unsafe partial class Win32
{
    private const string User = "user32";
    private const string Shell = "shell32";
    private const string Kernel = "kernel32";

    [LibraryImport(Kernel, EntryPoint = "GetModuleHandleW")]
    public static partial nint GetModuleHandle(nint name);

    [LibraryImport(User, EntryPoint = "RegisterClassExW", SetLastError = true)]
    public static partial ushort RegisterClass(in Win32Class description);

    [LibraryImport(User, EntryPoint = "CreateWindowExW", SetLastError = true, StringMarshalling = StringMarshalling.Utf16)]
    public static partial nint CreateWindow(uint extendedStyle, string className, string title, uint style, int x, int y, int width, int height, nint parent, nint menu, nint instance, nint parameter);

    [LibraryImport(User)]
    public static partial int DestroyWindow(nint window);

    [LibraryImport(User, EntryPoint = "DefWindowProcW")]
    public static partial nint DefaultAnswer(nint window, uint message, nuint w, nint l);

    [LibraryImport(User)]
    public static partial int ShowWindow(nint window, int how);

    [LibraryImport(User)]
    public static partial int IsIconic(nint window);

    [LibraryImport(User)]
    public static partial nint GetForegroundWindow();

    [LibraryImport(User, EntryPoint = "SetWindowTextW", StringMarshalling = StringMarshalling.Utf16)]
    public static partial int SetWindowText(nint window, string text);

    [LibraryImport(User, EntryPoint = "GetWindowLongPtrW")]
    public static partial nint GetWindowLong(nint window, int index);

    [LibraryImport(User, EntryPoint = "SetWindowLongPtrW")]
    public static partial nint SetWindowLong(nint window, int index, nint value);

    [LibraryImport(User)]
    public static partial int SetWindowPos(nint window, nint after, int x, int y, int width, int height, uint flags);

    [LibraryImport(User)]
    public static partial int GetWindowPlacement(nint window, ref Win32Placement placement);

    [LibraryImport(User)]
    public static partial int SetWindowPlacement(nint window, in Win32Placement placement);

    [LibraryImport(User)]
    public static partial int GetClientRect(nint window, out Win32Rect rect);

    [LibraryImport(User)]
    public static partial int ScreenToClient(nint window, ref Win32Point point);

    [LibraryImport(User)]
    public static partial int ValidateRect(nint window, nint rect);

    [LibraryImport(User)]
    public static partial int AdjustWindowRectExForDpi(ref Win32Rect rect, uint style, int hasMenu, uint extendedStyle, uint dotsPerInch);

    [LibraryImport(User)]
    public static partial int SetProcessDpiAwarenessContext(nint context);

    [LibraryImport(User)]
    public static partial uint GetDpiForWindow(nint window);

    [LibraryImport(User)]
    public static partial int GetSystemMetrics(int which);

    [LibraryImport(User, EntryPoint = "PeekMessageW")]
    public static partial int PeekMessage(out Win32Message message, nint window, uint first, uint last, uint remove);

    [LibraryImport(User)]
    public static partial int TranslateMessage(in Win32Message message);

    [LibraryImport(User, EntryPoint = "DispatchMessageW")]
    public static partial nint DispatchMessage(in Win32Message message);

    [LibraryImport(User, EntryPoint = "PostMessageW")]
    public static partial int PostMessage(nint window, uint message, nuint w, nint l);

    [LibraryImport(User)]
    public static partial uint MsgWaitForMultipleObjectsEx(uint count, nint* handles, uint milliseconds, uint wakeMask, uint flags);

    [LibraryImport(User)]
    public static partial int GetCursorPos(out Win32Point point);

    [LibraryImport(User)]
    public static partial nint WindowFromPoint(Win32Point point);

    [LibraryImport(User)]
    public static partial nint SetCapture(nint window);

    [LibraryImport(User)]
    public static partial int ReleaseCapture();

    [LibraryImport(User)]
    public static partial int GetPointerPenInfo(uint pointer, out Win32PenInfo info);

    [LibraryImport(User)]
    public static partial int TrackMouseEvent(ref Win32MouseTracking tracking);

    [LibraryImport(User, EntryPoint = "LoadCursorW")]
    public static partial nint LoadCursor(nint instance, nint name);

    [LibraryImport(User)]
    public static partial nint SetCursor(nint cursor);

    [LibraryImport(User)]
    public static partial short GetKeyState(int virtualKey);

    [LibraryImport(User, EntryPoint = "MapVirtualKeyW")]
    public static partial uint MapVirtualKey(uint code, uint kind);

    [LibraryImport(User)]
    public static partial int EnumDisplayMonitors(nint deviceContext, nint clip, delegate* unmanaged<nint, nint, Win32Rect*, nint, int> each, nint data);

    [LibraryImport(User, EntryPoint = "GetMonitorInfoW")]
    public static partial int GetMonitorInfo(nint monitor, Win32MonitorInfo* info);

    [LibraryImport(User, EntryPoint = "EnumDisplayDevicesW")]
    public static partial int EnumDisplayDevices(char* device, uint index, Win32DisplayDevice* found, uint flags);

    [LibraryImport(User, EntryPoint = "EnumDisplaySettingsW")]
    public static partial int EnumDisplaySettings(char* device, uint mode, Win32DisplayMode* settings);

    [LibraryImport(User)]
    public static partial int OpenClipboard(nint window);

    [LibraryImport(User)]
    public static partial int CloseClipboard();

    [LibraryImport(User)]
    public static partial int EmptyClipboard();

    [LibraryImport(User)]
    public static partial nint SetClipboardData(uint format, nint memory);

    [LibraryImport(User)]
    public static partial nint GetClipboardData(uint format);

    [LibraryImport(User, EntryPoint = "RegisterClipboardFormatW", StringMarshalling = StringMarshalling.Utf16)]
    public static partial uint RegisterClipboardFormat(string name);

    [LibraryImport(Kernel)]
    public static partial nint GlobalAlloc(uint flags, nuint bytes);

    [LibraryImport(Kernel)]
    public static partial nint GlobalFree(nint memory);

    [LibraryImport(Kernel)]
    public static partial nint GlobalLock(nint memory);

    [LibraryImport(Kernel)]
    public static partial int GlobalUnlock(nint memory);

    [LibraryImport(Kernel)]
    public static partial nuint GlobalSize(nint memory);

    [LibraryImport(Shell)]
    public static partial void DragAcceptFiles(nint window, int accept);

    [LibraryImport(Shell, EntryPoint = "DragQueryFileW")]
    public static partial uint DragQueryFile(nint drop, uint index, char* file, uint length);

    [LibraryImport(Shell)]
    public static partial int DragQueryPoint(nint drop, out Win32Point point);

    [LibraryImport(Shell)]
    public static partial void DragFinish(nint drop);
}
