using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Pix2Pix.Realtime.Native;

/// <summary>The header's functions that translate pictures in the caller's memory.</summary>
[SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "An exception that reaches C ends the process.")]
internal static unsafe class PictureExports
{
    [UnmanagedCallersOnly(EntryPoint = "p2p_translate", CallConvs = [typeof(CallConvCdecl)])]
    public static Status Translate(ulong translator, NativeImage* input, NativeImage* output)
    {
        try
        {
            Arguments.Require(input);
            Arguments.Require(output);
            Handles.Get(translator).Translate(*input, *output);
            return Status.Ok;
        }
        catch (Exception fault)
        {
            return LastError.Keep(fault);
        }
    }

    [UnmanagedCallersOnly(EntryPoint = "p2p_submit", CallConvs = [typeof(CallConvCdecl)])]
    public static Status Submit(ulong translator, NativeImage* input, ulong* sequence)
    {
        try
        {
            Arguments.Require(input);
            var number = Handles.Get(translator).Submit(*input);
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

    [UnmanagedCallersOnly(EntryPoint = "p2p_cancel", CallConvs = [typeof(CallConvCdecl)])]
    public static Status Cancel(ulong translator)
    {
        try
        {
            Handles.Get(translator).Cancel();
            return Status.Ok;
        }
        catch (Exception fault)
        {
            return LastError.Keep(fault);
        }
    }

    [UnmanagedCallersOnly(EntryPoint = "p2p_try_get_latest", CallConvs = [typeof(CallConvCdecl)])]
    public static Status TryGetLatest(ulong translator, NativeImage* output, ulong* sequence)
    {
        try
        {
            Arguments.Require(output);
            if (!Handles.Get(translator).TryGetLatest(*output, out var number))
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
}
