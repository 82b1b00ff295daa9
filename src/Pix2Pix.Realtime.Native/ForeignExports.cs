using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Onnx.Foreign;

namespace Pix2Pix.Realtime.Native;

/// <summary>The header's functions for models that other programs made. As in <see cref="Exports"/>, no exception crosses.</summary>
[SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "An exception that reaches C ends the process.")]
internal static unsafe class ForeignExports
{
    private const int MostClasses = 256;

    [UnmanagedCallersOnly(EntryPoint = "p2p_set_range", CallConvs = [typeof(CallConvCdecl)])]
    public static Status SetRange(ulong translator, byte* range)
    {
        try
        {
            Arguments.Require(range is not null, "Expected a range such as 0..1, found a null pointer.");
            Handles.Get(translator).SetRange(Checked(() => ModelRange.Parse(Marshal.PtrToStringUTF8((nint)range)!)));
            return Status.Ok;
        }
        catch (Exception fault)
        {
            return LastError.Keep(fault);
        }
    }

    [UnmanagedCallersOnly(EntryPoint = "p2p_set_classes", CallConvs = [typeof(CallConvCdecl)])]
    public static Status SetClasses(ulong translator, byte* colors, int count)
    {
        try
        {
            Arguments.Require(count is >= 0 and <= MostClasses, $"Expected 0..{MostClasses} classes, found {count}.");
            Arguments.Require(count == 0 || colors is not null, "Expected the classes' colours, found a null pointer.");
            var all = new Rgb[count];
            for (var i = 0; i < count; i++)
            {
                all[i] = new Rgb(colors[3 * i], colors[(3 * i) + 1], colors[(3 * i) + 2]);
            }

            Handles.Get(translator).SetClasses(count == 0 ? null : Checked(() => Palette.OfColors("p2p_set_classes", all)));
            return Status.Ok;
        }
        catch (Exception fault)
        {
            return LastError.Keep(fault);
        }
    }

    [UnmanagedCallersOnly(EntryPoint = "p2p_get_assumptions", CallConvs = [typeof(CallConvCdecl)])]
    public static Status GetAssumptions(ulong translator, byte* text, int size)
    {
        try
        {
            Arguments.Require(text is not null && size > 0, $"Expected memory for the text and its size in bytes, found {(text is null ? "a null pointer" : $"{size}")}.");
            var words = string.Join('\n', Handles.Get(translator).Info.Assumptions);

            // What doesn't fit is left out, and no letter is cut.
            Encoding.UTF8.GetEncoder().Convert(words, new Span<byte>(text, size - 1), flush: true, out _, out var written, out _);
            text[written] = 0;
            return Status.Ok;
        }
        catch (Exception fault)
        {
            return LastError.Keep(fault);
        }
    }

    /// <summary>What the caller wrote is an argument here, not a file.</summary>
    private static T Checked<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (UserException fault)
        {
            throw new StatusException(Status.InvalidArgument, fault.Message);
        }
    }
}
