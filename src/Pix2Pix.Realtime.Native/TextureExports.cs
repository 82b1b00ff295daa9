using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Pix2Pix.Realtime.Native;

/// <summary>The header's functions that translate OpenGL textures, on the thread and context of the caller.</summary>
[SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "An exception that reaches C ends the process.")]
internal static unsafe class TextureExports
{
    [UnmanagedCallersOnly(EntryPoint = "p2p_gl_attach", CallConvs = [typeof(CallConvCdecl)])]
    public static Status Attach(ulong translator, delegate* unmanaged[Cdecl]<void*, byte*, void*> loader, void* user)
    {
        try
        {
            Arguments.Require(loader is not null, "Expected a function that finds OpenGL's functions, found a null pointer.");
            Handles.Get(translator).Textures.Attach(new GlFunctions(loader, user));
            return Status.Ok;
        }
        catch (Exception fault)
        {
            return LastError.Keep(fault);
        }
    }

    [UnmanagedCallersOnly(EntryPoint = "p2p_gl_translate", CallConvs = [typeof(CallConvCdecl)])]
    public static Status Translate(ulong translator, uint input, uint output, uint flags)
    {
        try
        {
            Handles.Get(translator).Textures.Translate(input, output, IsBottomUp(flags));
            return Status.Ok;
        }
        catch (Exception fault)
        {
            return LastError.Keep(fault);
        }
    }

    [UnmanagedCallersOnly(EntryPoint = "p2p_gl_submit", CallConvs = [typeof(CallConvCdecl)])]
    public static Status Submit(ulong translator, uint input, uint flags, ulong* sequence)
    {
        try
        {
            var number = Handles.Get(translator).Textures.Submit(input, IsBottomUp(flags));
            if (sequence is not null)
            {
                *sequence = number;
            }

            return Status.Ok;
        }
        catch (Exception fault)
        {
            return LastError.Keep(fault);
        }
    }

    [UnmanagedCallersOnly(EntryPoint = "p2p_gl_try_get_latest", CallConvs = [typeof(CallConvCdecl)])]
    public static Status TryGetLatest(ulong translator, uint output, uint flags, ulong* sequence)
    {
        try
        {
            if (!Handles.Get(translator).Textures.TryGetLatest(output, IsBottomUp(flags), out var number))
            {
                return Status.NothingNew;
            }

            if (sequence is not null)
            {
                *sequence = number;
            }

            return Status.Ok;
        }
        catch (Exception fault)
        {
            return LastError.Keep(fault);
        }
    }

    private static bool IsBottomUp(uint flags)
    {
        Arguments.Require((flags & ~NativeImage.BottomUp) == 0, $"Expected p2p_image_flags, 0 or {NativeImage.BottomUp}, found {flags}.");
        return (flags & NativeImage.BottomUp) != 0;
    }
}
