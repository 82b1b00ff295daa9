using System.Runtime.InteropServices;

namespace Pix2Pix.Realtime.Native.Tests;

/// <summary>The library's functions as a C program sees them: by name, through the header's structs.</summary>
internal sealed unsafe class NativeApi(PublishedLibrary library)
{
    private readonly delegate* unmanaged[Cdecl]<uint> _version = (delegate* unmanaged[Cdecl]<uint>)library.Export("p2p_version");
    private readonly delegate* unmanaged[Cdecl]<NativeOptions*, ulong*, Status> _create = (delegate* unmanaged[Cdecl]<NativeOptions*, ulong*, Status>)library.Export("p2p_create");
    private readonly delegate* unmanaged[Cdecl]<ulong, byte*, Status> _load = (delegate* unmanaged[Cdecl]<ulong, byte*, Status>)library.Export("p2p_load");
    private readonly delegate* unmanaged[Cdecl]<ulong, NativeInfo*, Status> _info = (delegate* unmanaged[Cdecl]<ulong, NativeInfo*, Status>)library.Export("p2p_get_info");
    private readonly delegate* unmanaged[Cdecl]<ulong, NativeImage*, NativeImage*, Status> _translate =
        (delegate* unmanaged[Cdecl]<ulong, NativeImage*, NativeImage*, Status>)library.Export("p2p_translate");
    private readonly delegate* unmanaged[Cdecl]<byte*> _lastError = (delegate* unmanaged[Cdecl]<byte*>)library.Export("p2p_last_error");
    private readonly delegate* unmanaged[Cdecl]<ulong, Status> _destroy = (delegate* unmanaged[Cdecl]<ulong, Status>)library.Export("p2p_destroy");

    private readonly delegate* unmanaged[Cdecl]<ulong, NativeImage*, ulong*, Status> _submit =
        (delegate* unmanaged[Cdecl]<ulong, NativeImage*, ulong*, Status>)library.Export("p2p_submit");
    private readonly delegate* unmanaged[Cdecl]<ulong, Status> _cancel = (delegate* unmanaged[Cdecl]<ulong, Status>)library.Export("p2p_cancel");
    private readonly delegate* unmanaged[Cdecl]<ulong, NativeImage*, ulong*, Status> _tryGetLatest =
        (delegate* unmanaged[Cdecl]<ulong, NativeImage*, ulong*, Status>)library.Export("p2p_try_get_latest");
    private readonly delegate* unmanaged[Cdecl]<ulong, NativeStats*, Status> _stats = (delegate* unmanaged[Cdecl]<ulong, NativeStats*, Status>)library.Export("p2p_get_stats");

    private readonly delegate* unmanaged[Cdecl]<ulong, uint, Status> _setLoadLimit = (delegate* unmanaged[Cdecl]<ulong, uint, Status>)library.Export("p2p_set_load_limit");

    private readonly delegate* unmanaged[Cdecl]<ulong, byte*, Status> _setRange = (delegate* unmanaged[Cdecl]<ulong, byte*, Status>)library.Export("p2p_set_range");
    private readonly delegate* unmanaged[Cdecl]<ulong, byte*, int, Status> _setClasses = (delegate* unmanaged[Cdecl]<ulong, byte*, int, Status>)library.Export("p2p_set_classes");
    private readonly delegate* unmanaged[Cdecl]<ulong, byte*, int, Status> _assumptions = (delegate* unmanaged[Cdecl]<ulong, byte*, int, Status>)library.Export("p2p_get_assumptions");

    private readonly delegate* unmanaged[Cdecl]<ulong, int*, Status> _styleCount = (delegate* unmanaged[Cdecl]<ulong, int*, Status>)library.Export("p2p_style_count");
    private readonly delegate* unmanaged[Cdecl]<ulong, int, NativeStyleValue*, Status> _styleInfo = (delegate* unmanaged[Cdecl]<ulong, int, NativeStyleValue*, Status>)library.Export("p2p_style_info");
    private readonly delegate* unmanaged[Cdecl]<ulong, float*, int, Status> _setStyle = (delegate* unmanaged[Cdecl]<ulong, float*, int, Status>)library.Export("p2p_set_style");

    public uint Version => _version();

    public Status StyleCount(ulong handle, out int count)
    {
        fixed (int* place = &count)
        {
            return _styleCount(handle, place);
        }
    }

    public Status StyleInfo(ulong handle, int index, out NativeStyleValue value)
    {
        value = new NativeStyleValue { StructSize = (uint)sizeof(NativeStyleValue) };
        fixed (NativeStyleValue* place = &value)
        {
            return _styleInfo(handle, index, place);
        }
    }

    public Status SetStyle(ulong handle, float[] values)
    {
        fixed (float* first = values)
        {
            return _setStyle(handle, first, values.Length);
        }
    }

    public Status SetRange(ulong handle, string? range)
    {
        var text = Marshal.StringToCoTaskMemUTF8(range);
        try
        {
            return _setRange(handle, (byte*)text);
        }
        finally
        {
            Marshal.FreeCoTaskMem(text);
        }
    }

    public Status SetClasses(ulong handle, byte[] colors, int count)
    {
        fixed (byte* first = colors)
        {
            return _setClasses(handle, first, count);
        }
    }

    public Status Assumptions(ulong handle, byte[] text)
    {
        fixed (byte* first = text)
        {
            return _assumptions(handle, first, text.Length);
        }
    }

    public Status SetLoadLimit(ulong handle, uint seconds) => _setLoadLimit(handle, seconds);

    public string LastError => Marshal.PtrToStringUTF8((nint)_lastError())!;

    public ulong Create()
    {
        var options = new NativeOptions { StructSize = (uint)sizeof(NativeOptions), Threads = 1 };
        Assert.Equal(Status.Ok, Create(options, out var handle));
        return handle;
    }

    public Status Create(NativeOptions options, out ulong handle)
    {
        ulong made;
        var status = _create(&options, &made);
        handle = made;
        return status;
    }

    public Status CreateNowhere() => _create(null, null);

    public Status Load(ulong handle, string path)
    {
        var text = Marshal.StringToCoTaskMemUTF8(path);
        try
        {
            return _load(handle, (byte*)text);
        }
        finally
        {
            Marshal.FreeCoTaskMem(text);
        }
    }

    public Status Info(ulong handle, out NativeInfo info)
    {
        var read = new NativeInfo { StructSize = (uint)sizeof(NativeInfo) };
        var status = _info(handle, &read);
        info = read;
        return status;
    }

    /// <summary>Translates between two pictures whose rows lie <paramref name="stride"/> bytes apart.</summary>
    public Status Translate(
        ulong handle, byte[] input, byte[] output, int width, int height, int stride, bool inputBottomUp = false, bool outputBottomUp = false,
        uint? structSize = null, int format = NativeImage.Rgba8)
    {
        fixed (byte* from = input, to = output)
        {
            var image = Image(from, width, height, stride, inputBottomUp) with { StructSize = structSize ?? (uint)sizeof(NativeImage), Format = format };
            var result = Image(to, width, height, stride, outputBottomUp) with { Format = format };
            return _translate(handle, &image, &result);
        }
    }

    public Status Submit(ulong handle, byte[] input, int width, int height, out ulong sequence)
    {
        fixed (byte* from = input)
        {
            var image = Image(from, width, height, width * 4);
            ulong number = 0;
            var status = _submit(handle, &image, &number);
            sequence = number;
            return status;
        }
    }

    public Status Cancel(ulong handle) => _cancel(handle);

    public Status TryGetLatest(ulong handle, byte[] output, int width, int height, out ulong sequence)
    {
        fixed (byte* to = output)
        {
            var image = Image(to, width, height, width * 4);
            ulong number = 0;
            var status = _tryGetLatest(handle, &image, &number);
            sequence = number;
            return status;
        }
    }

    public Status Stats(ulong handle, out NativeStats stats, uint? structSize = null)
    {
        var read = new NativeStats { StructSize = structSize ?? (uint)sizeof(NativeStats) };
        var status = _stats(handle, &read);
        stats = read;
        return status;
    }

    public Status Destroy(ulong handle) => _destroy(handle);

    private static NativeImage Image(void* pixels, int width, int height, int stride, bool bottomUp = false) => new()
    {
        StructSize = (uint)sizeof(NativeImage),
        Flags = bottomUp ? NativeImage.BottomUp : 0,
        Width = width,
        Height = height,
        Stride = stride,
        Pixels = pixels,
    };
}
