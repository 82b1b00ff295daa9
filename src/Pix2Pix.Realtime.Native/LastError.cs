using System.Runtime.InteropServices;
using System.Text.Unicode;

namespace Pix2Pix.Realtime.Native;

/// <summary>The last failure's sentence of each thread, in memory that C can read.</summary>
internal static unsafe class LastError
{
    private const int Capacity = 1024;

    /// <summary>Pinned, so that its address holds; collected some time after its thread is gone.</summary>
    [ThreadStatic]
    private static byte[]? _text;

    /// <summary>The calling thread's sentence, UTF-8, ended by 0.</summary>
    public static byte* Address => (byte*)Marshal.UnsafeAddrOfPinnedArrayElement(Text, 0);

    private static byte[] Text => _text ??= GC.AllocateArray<byte>(Capacity, pinned: true);

    /// <summary>Keeps the fault's sentence; a longer one than fits ends with a whole character.</summary>
    public static Status Keep(Exception fault)
    {
        Utf8.FromUtf16(fault.Message, Text.AsSpan(0, Capacity - 1), out _, out var written);
        Text[written] = 0;
        return fault switch
        {
            StatusException known => known.Status,
            UserException => Status.BadGenerator,
            OperationCanceledException => Status.Cancelled,
            _ => Status.Failed,
        };
    }
}
