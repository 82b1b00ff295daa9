using System.Runtime.InteropServices;

namespace Pix2Pix.Realtime.Native;

/// <summary>The OpenGL functions that textures need, found by the caller's own loader: the library itself links to no OpenGL. OpenGL 3.0 has them all, and so has OpenGL ES 3.1.</summary>
internal sealed unsafe class GlFunctions
{
    public const uint Texture2D = 0x0DE1;
    private const uint VersionName = 0x1F02;

    /// <summary>What OpenGL 1.1 had. wglGetProcAddress finds only what is newer, and answers a small number for what it lacks.</summary>
    private static readonly Lazy<nint> Windows = new(() => NativeLibrary.Load("opengl32.dll"));

    private readonly delegate* unmanaged<uint, byte*> _getString;

    /// <exception cref="StatusException">A function is missing, or no context is current on this thread.</exception>
    public GlFunctions(delegate* unmanaged[Cdecl]<void*, byte*, void*> loader, void* user)
    {
        _getString = (delegate* unmanaged<uint, byte*>)Find("glGetString");
        GetError = (delegate* unmanaged<uint>)Find("glGetError");
        GetIntegerv = (delegate* unmanaged<uint, int*, void>)Find("glGetIntegerv");
        PixelStorei = (delegate* unmanaged<uint, int, void>)Find("glPixelStorei");
        IsTexture = (delegate* unmanaged<uint, byte>)Find("glIsTexture");
        BindTexture = (delegate* unmanaged<uint, uint, void>)Find("glBindTexture");
        GetTexLevelParameteriv = (delegate* unmanaged<uint, int, uint, int*, void>)Find("glGetTexLevelParameteriv");
        TexSubImage2D = (delegate* unmanaged<uint, int, int, int, int, int, uint, uint, void*, void>)Find("glTexSubImage2D");
        ReadPixels = (delegate* unmanaged<int, int, int, int, uint, uint, void*, void>)Find("glReadPixels");
        BindBuffer = (delegate* unmanaged<uint, uint, void>)Find("glBindBuffer");
        GenFramebuffers = (delegate* unmanaged<int, uint*, void>)Find("glGenFramebuffers");
        DeleteFramebuffers = (delegate* unmanaged<int, uint*, void>)Find("glDeleteFramebuffers");
        BindFramebuffer = (delegate* unmanaged<uint, uint, void>)Find("glBindFramebuffer");
        FramebufferTexture2D = (delegate* unmanaged<uint, uint, uint, uint, int, void>)Find("glFramebufferTexture2D");
        CheckFramebufferStatus = (delegate* unmanaged<uint, uint>)Find("glCheckFramebufferStatus");
        RequireContext();

        void* Find(string name)
        {
            var text = (byte*)Marshal.StringToCoTaskMemUTF8(name);
            try
            {
                var address = loader(user, text);
                if (OperatingSystem.IsWindows() && (nint)address is >= -1 and <= 3)
                {
                    address = NativeLibrary.TryGetExport(Windows.Value, name, out var old) ? (void*)old : null;
                }

                return address is not null ? address : throw new StatusException(
                    Status.NoContext, $"Expected OpenGL's function {name} from the loader, found a null pointer; hand over your context's own (glXGetProcAddress, wglGetProcAddress, SDL_GL_GetProcAddress, ...).");
            }
            finally
            {
                Marshal.FreeCoTaskMem((nint)text);
            }
        }
    }

    public delegate* unmanaged<uint> GetError { get; }

    public delegate* unmanaged<uint, int*, void> GetIntegerv { get; }

    public delegate* unmanaged<uint, int, void> PixelStorei { get; }

    public delegate* unmanaged<uint, byte> IsTexture { get; }

    public delegate* unmanaged<uint, uint, void> BindTexture { get; }

    public delegate* unmanaged<uint, int, uint, int*, void> GetTexLevelParameteriv { get; }

    public delegate* unmanaged<uint, int, int, int, int, int, uint, uint, void*, void> TexSubImage2D { get; }

    public delegate* unmanaged<int, int, int, int, uint, uint, void*, void> ReadPixels { get; }

    public delegate* unmanaged<uint, uint, void> BindBuffer { get; }

    public delegate* unmanaged<int, uint*, void> GenFramebuffers { get; }

    public delegate* unmanaged<int, uint*, void> DeleteFramebuffers { get; }

    public delegate* unmanaged<uint, uint, void> BindFramebuffer { get; }

    public delegate* unmanaged<uint, uint, uint, uint, int, void> FramebufferTexture2D { get; }

    public delegate* unmanaged<uint, uint> CheckFramebufferStatus { get; }

    /// <exception cref="StatusException">None is current on this thread.</exception>
    public void RequireContext()
    {
        if (_getString(VersionName) is null)
        {
            throw new StatusException(Status.NoContext, "Expected an OpenGL context that is current on this thread, found none; make it current before the call.");
        }
    }

    public int Integer(uint name)
    {
        int value;
        GetIntegerv(name, &value);
        return value;
    }
}
