using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Pix2Pix.Realtime.Native;

/// <summary>The header's functions that make, load, describe and destroy. No exception crosses: each becomes a status, and its message the thread's last error.</summary>
[SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "An exception that reaches C ends the process.")]
internal static unsafe class Exports
{
    private const uint Version = 0x0001_0004;

    /// <summary>A day.</summary>
    private const uint LongestLimit = 86_400;

    [UnmanagedCallersOnly(EntryPoint = "p2p_version", CallConvs = [typeof(CallConvCdecl)])]
    public static uint GetVersion() => Version;

    [UnmanagedCallersOnly(EntryPoint = "p2p_create", CallConvs = [typeof(CallConvCdecl)])]
    public static Status Create(NativeOptions* options, ulong* translator)
    {
        try
        {
            Arguments.Require(translator is not null, "Expected a place for the translator, found a null pointer.");
            *translator = 0;
            *translator = Handles.Add(new Translator(Arguments.Read(options)));
            return Status.Ok;
        }
        catch (Exception fault)
        {
            return LastError.Keep(fault);
        }
    }

    [UnmanagedCallersOnly(EntryPoint = "p2p_load", CallConvs = [typeof(CallConvCdecl)])]
    public static Status Load(ulong translator, byte* path)
    {
        try
        {
            Arguments.Require(path is not null, "Expected a path, found a null pointer.");
            Handles.Get(translator).Load(Marshal.PtrToStringUTF8((nint)path)!);
            return Status.Ok;
        }
        catch (Exception fault)
        {
            return LastError.Keep(fault);
        }
    }

    [UnmanagedCallersOnly(EntryPoint = "p2p_set_load_limit", CallConvs = [typeof(CallConvCdecl)])]
    public static Status SetLoadLimit(ulong translator, uint seconds)
    {
        try
        {
            Arguments.Require(seconds is >= 1 and <= LongestLimit, $"Expected a limit of 1..{LongestLimit} seconds, found {seconds}.");
            Handles.Get(translator).SetLoadLimit(TimeSpan.FromSeconds(seconds));
            return Status.Ok;
        }
        catch (Exception fault)
        {
            return LastError.Keep(fault);
        }
    }

    [UnmanagedCallersOnly(EntryPoint = "p2p_get_info", CallConvs = [typeof(CallConvCdecl)])]
    public static Status GetInfo(ulong translator, NativeInfo* info)
    {
        try
        {
            Arguments.Require(
                info is not null && info->StructSize >= sizeof(NativeInfo),
                $"Expected a p2p_info whose struct_size is at least {sizeof(NativeInfo)}, found {(info is null ? "a null pointer" : $"{info->StructSize}")}.");
            var read = Handles.Get(translator).Info;
            info->Width = read.Input.Width;
            info->Height = read.Input.Height;
            info->InputChannels = read.Input.Channels;
            info->OutputChannels = read.Output.Channels;
            info->Step = read.Step;
            info->OutputWidth = read.Output.Width;
            info->OutputHeight = read.Output.Height;
            return Status.Ok;
        }
        catch (Exception fault)
        {
            return LastError.Keep(fault);
        }
    }

    [UnmanagedCallersOnly(EntryPoint = "p2p_get_stats", CallConvs = [typeof(CallConvCdecl)])]
    public static Status GetStats(ulong translator, NativeStats* stats)
    {
        try
        {
            Arguments.Require(
                stats is not null && stats->StructSize >= sizeof(NativeStats),
                $"Expected a p2p_stats whose struct_size is at least {sizeof(NativeStats)}, found {(stats is null ? "a null pointer" : $"{stats->StructSize}")}.");
            Handles.Get(translator).Statistics.Read(ref *stats);
            return Status.Ok;
        }
        catch (Exception fault)
        {
            return LastError.Keep(fault);
        }
    }

    [UnmanagedCallersOnly(EntryPoint = "p2p_last_error", CallConvs = [typeof(CallConvCdecl)])]
    public static byte* GetLastError() => LastError.Address;

    [UnmanagedCallersOnly(EntryPoint = "p2p_destroy", CallConvs = [typeof(CallConvCdecl)])]
    public static Status Destroy(ulong translator)
    {
        try
        {
            Handles.Remove(translator).Dispose();
            return Status.Ok;
        }
        catch (Exception fault)
        {
            return LastError.Keep(fault);
        }
    }
}
