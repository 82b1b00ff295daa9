namespace Pix2Pix.Realtime.Native.Tests;

/// <summary>The library's OpenGL functions as a C program sees them.</summary>
internal sealed unsafe class TextureApi(PublishedLibrary library)
{
    private readonly delegate* unmanaged[Cdecl]<ulong, delegate* unmanaged[Cdecl]<void*, byte*, void*>, void*, Status> _attach =
        (delegate* unmanaged[Cdecl]<ulong, delegate* unmanaged[Cdecl]<void*, byte*, void*>, void*, Status>)library.Export("p2p_gl_attach");
    private readonly delegate* unmanaged[Cdecl]<ulong, uint, uint, uint, Status> _translate =
        (delegate* unmanaged[Cdecl]<ulong, uint, uint, uint, Status>)library.Export("p2p_gl_translate");
    private readonly delegate* unmanaged[Cdecl]<ulong, uint, uint, ulong*, Status> _submit =
        (delegate* unmanaged[Cdecl]<ulong, uint, uint, ulong*, Status>)library.Export("p2p_gl_submit");
    private readonly delegate* unmanaged[Cdecl]<ulong, uint, uint, ulong*, Status> _tryGetLatest =
        (delegate* unmanaged[Cdecl]<ulong, uint, uint, ulong*, Status>)library.Export("p2p_gl_try_get_latest");

    public Status Attach(ulong handle, delegate* unmanaged[Cdecl]<void*, byte*, void*> loader) => _attach(handle, loader, null);

    public Status Translate(ulong handle, uint input, uint output, uint flags) => _translate(handle, input, output, flags);

    public Status Submit(ulong handle, uint input, uint flags, out ulong sequence)
    {
        ulong number = 0;
        var status = _submit(handle, input, flags, &number);
        sequence = number;
        return status;
    }

    public Status TryGetLatest(ulong handle, uint output, uint flags, out ulong sequence)
    {
        ulong number = 0;
        var status = _tryGetLatest(handle, output, flags, &number);
        sequence = number;
        return status;
    }
}
