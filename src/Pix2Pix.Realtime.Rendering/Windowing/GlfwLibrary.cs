using System.Runtime.InteropServices;

namespace Pix2Pix.Realtime.Rendering.Windowing;

/// <summary>Starts GLFW with the first window and ends it with the last, and says in words why it can't. Main thread.</summary>
internal static unsafe class GlfwLibrary
{
    private static int _users;

    public static void Enter()
    {
        try
        {
            if (_users == 0 && Glfw.Init() != Glfw.True)
            {
                throw new UserException($"Expected a display to open a window on, found none ({LastError()}); start it from a desktop, or run headless.");
            }
        }
        catch (DllNotFoundException fault)
        {
            throw new UserException(
                "Expected the window library GLFW 3.3 or newer, found none; install it (Debian and Ubuntu: apt install libglfw3), or run headless.", fault);
        }

        _users++;
    }

    public static void Leave()
    {
        if (--_users == 0)
        {
            Glfw.Terminate();
        }
    }

    /// <summary>GLFW's last error, without a full stop.</summary>
    public static string LastError()
    {
        byte* description;
        return Glfw.GetError(&description) == 0 ? "no reason given" : Marshal.PtrToStringUTF8((nint)description)!.TrimEnd('.');
    }
}
