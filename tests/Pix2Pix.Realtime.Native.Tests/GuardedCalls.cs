using System.Runtime.InteropServices;
using System.Text;

namespace Pix2Pix.Realtime.Native.Tests;

/// <summary>
/// Every function of the header that takes memory, called with memory that ends, or begins, at a guarded page: structs of no more bytes than their struct_size says,
/// pictures of no more than their rows, texts up to their zero, outputs of their own size.
/// </summary>
internal sealed unsafe class GuardedCalls(PublishedLibrary library, Random random) : IDisposable
{
    /// <summary>As large as the largest picture that is accepted here.</summary>
    private const int Most = 64 * 1024;

    private readonly GuardedMemory _from = new(Most);
    private readonly GuardedMemory _to = new(Most);
    private readonly GuardedMemory _first = new(1);
    private readonly GuardedMemory _second = new(1);

    private readonly delegate* unmanaged[Cdecl]<void*, ulong*, Status> _create = (delegate* unmanaged[Cdecl]<void*, ulong*, Status>)library.Export("p2p_create");
    private readonly delegate* unmanaged[Cdecl]<ulong, byte*, Status> _load = (delegate* unmanaged[Cdecl]<ulong, byte*, Status>)library.Export("p2p_load");
    private readonly delegate* unmanaged[Cdecl]<ulong, void*, Status> _info = (delegate* unmanaged[Cdecl]<ulong, void*, Status>)library.Export("p2p_get_info");
    private readonly delegate* unmanaged[Cdecl]<ulong, void*, Status> _stats = (delegate* unmanaged[Cdecl]<ulong, void*, Status>)library.Export("p2p_get_stats");
    private readonly delegate* unmanaged[Cdecl]<ulong, void*, void*, Status> _translate = (delegate* unmanaged[Cdecl]<ulong, void*, void*, Status>)library.Export("p2p_translate");
    private readonly delegate* unmanaged[Cdecl]<ulong, void*, ulong*, Status> _submit = (delegate* unmanaged[Cdecl]<ulong, void*, ulong*, Status>)library.Export("p2p_submit");
    private readonly delegate* unmanaged[Cdecl]<ulong, void*, ulong*, Status> _tryGetLatest = (delegate* unmanaged[Cdecl]<ulong, void*, ulong*, Status>)library.Export("p2p_try_get_latest");

    public Status Create(NativeOptions options, out ulong handle)
    {
        var place = (ulong*)_second.Tail(sizeof(ulong));
        *place = 0;
        var status = _create(Struct(_first, options, options.StructSize), place);
        handle = *place;
        return status;
    }

    public Status Load(ulong handle, string path)
    {
        var text = Encoding.UTF8.GetBytes(path + '\0');
        var place = _from.Tail(text.Length);
        Marshal.Copy(text, 0, (nint)place, text.Length);
        return _load(handle, place);
    }

    public Status Info(ulong handle, uint structSize) => _info(handle, Struct(_first, new NativeInfo { StructSize = structSize }, structSize));

    public Status Stats(ulong handle, uint structSize) => _stats(handle, Struct(_first, new NativeStats { StructSize = structSize }, structSize));

    public Status Translate(ulong handle, NativeImage? input, NativeImage? output) => _translate(handle, Image(_first, _from, input), Image(_second, _to, output));

    public Status Submit(ulong handle, NativeImage? input) => _submit(handle, Image(_first, _from, input), Sequence());

    public Status TryGetLatest(ulong handle, NativeImage? output) => _tryGetLatest(handle, Image(_first, _to, output), Sequence());

    public void Dispose()
    {
        _from.Dispose();
        _to.Dispose();
        _first.Dispose();
        _second.Dispose();
    }

    private ulong* Sequence() => random.Next(3) == 0 ? null : (ulong*)_second.Tail(sizeof(ulong));

    /// <summary>The picture, its memory where the guard is: null stays null, and a picture that can't be accepted gets a few bytes.</summary>
    private void* Image(GuardedMemory structs, GuardedMemory pixels, NativeImage? image)
    {
        if (image is not { } read)
        {
            return null;
        }

        if (read.Pixels is not null)
        {
            var row = (long)read.Width * (read.Format == NativeImage.RgbaFloat ? 16 : 4);
            var isSound = read is { Width: > 0 and <= 64, Height: > 0 and <= 64 } && read.Stride >= row && read.Stride <= Most / 64;
            var bytes = isSound ? (read.Stride * (read.Height - 1)) + row : random.Next(4) * 4;
            read.Pixels = random.Next(2) == 0 ? pixels.Tail(bytes) : pixels.Start;
        }

        return Struct(structs, read, read.StructSize);
    }

    /// <summary>As many bytes of a struct as it says that it has.</summary>
    private static void* Struct<T>(GuardedMemory memory, T value, uint structSize) where T : unmanaged
    {
        var bytes = (int)Math.Clamp(structSize, sizeof(uint), (uint)sizeof(T));
        var place = memory.Tail(bytes);
        new ReadOnlySpan<byte>(&value, bytes).CopyTo(new Span<byte>(place, bytes));
        return place;
    }
}
