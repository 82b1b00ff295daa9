using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Pix2Pix.Realtime.Native;

/// <summary>The header's functions for styles. As in <see cref="Exports"/>, no exception crosses.</summary>
[SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "An exception that reaches C ends the process.")]
internal static unsafe class StyleExports
{
    [UnmanagedCallersOnly(EntryPoint = "p2p_style_count", CallConvs = [typeof(CallConvCdecl)])]
    public static Status GetCount(ulong translator, int* count)
    {
        try
        {
            Arguments.Require(count is not null, "Expected a place for the number, found a null pointer.");
            *count = Handles.Get(translator).Style?.Definition.Count ?? 0;
            return Status.Ok;
        }
        catch (Exception fault)
        {
            return LastError.Keep(fault);
        }
    }

    [UnmanagedCallersOnly(EntryPoint = "p2p_style_info", CallConvs = [typeof(CallConvCdecl)])]
    public static Status GetInfo(ulong translator, int index, NativeStyleValue* value)
    {
        try
        {
            Arguments.Require(
                value is not null && value->StructSize >= sizeof(NativeStyleValue),
                $"Expected a p2p_style_value whose struct_size is at least {sizeof(NativeStyleValue)}, found {(value is null ? "a null pointer" : $"{value->StructSize}")}.");
            var values = Handles.Get(translator).Style?.Definition.Values ?? [];
            Arguments.Require((uint)index < (uint)values.Count, $"Expected the number of one of the style's {values.Count} values, from 0, found {index}.");
            value->Write(values[index]);
            return Status.Ok;
        }
        catch (Exception fault)
        {
            return LastError.Keep(fault);
        }
    }

    [UnmanagedCallersOnly(EntryPoint = "p2p_set_style", CallConvs = [typeof(CallConvCdecl)])]
    public static Status Set(ulong translator, float* values, int count)
    {
        try
        {
            Arguments.Require(values is not null && count >= 0, $"Expected the style's values, found {(values is null ? "a null pointer" : $"{count} of them")}.");
            Handles.Get(translator).SetStyle(new ReadOnlySpan<float>(values, count));
            return Status.Ok;
        }
        catch (Exception fault)
        {
            return LastError.Keep(fault);
        }
    }
}
