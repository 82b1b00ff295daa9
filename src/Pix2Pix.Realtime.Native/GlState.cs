using System.Runtime.CompilerServices;

namespace Pix2Pix.Realtime.Native;

/// <summary>Saves the state of the caller's context that reading and writing a texture changes; <see cref="Dispose"/> restores it.</summary>
internal readonly unsafe ref struct GlState
{
    private const uint ReadFramebuffer = 0x8CA8;
    private const uint PackBuffer = 0x88EB;
    private const uint UnpackBuffer = 0x88EC;

    // GL_PACK_ and GL_UNPACK_: alignment, row length, skipped rows, skipped pixels.
    private static ReadOnlySpan<uint> Stores => [0x0D05, 0x0D02, 0x0D03, 0x0D04, 0x0CF5, 0x0CF2, 0x0CF3, 0x0CF4];

    // Rows that follow each other without a gap, from the first pixel on.
    private static ReadOnlySpan<int> Wanted => [1, 0, 0, 0, 1, 0, 0, 0];

    private readonly GlFunctions _gl;
    private readonly StoreValues _stores;
    private readonly uint _texture;
    private readonly uint _framebuffer;
    private readonly uint _packBuffer;
    private readonly uint _unpackBuffer;

    public GlState(GlFunctions gl)
    {
        _gl = gl;
        _texture = (uint)gl.Integer(0x8069);
        _framebuffer = (uint)gl.Integer(0x8CAA);
        _packBuffer = (uint)gl.Integer(0x88ED);
        _unpackBuffer = (uint)gl.Integer(0x88EF);
        gl.BindBuffer(PackBuffer, 0);
        gl.BindBuffer(UnpackBuffer, 0);
        for (var i = 0; i < Stores.Length; i++)
        {
            _stores[i] = gl.Integer(Stores[i]);
            gl.PixelStorei(Stores[i], Wanted[i]);
        }
    }

    public void Dispose()
    {
        for (var i = 0; i < Stores.Length; i++)
        {
            _gl.PixelStorei(Stores[i], _stores[i]);
        }

        _gl.BindBuffer(PackBuffer, _packBuffer);
        _gl.BindBuffer(UnpackBuffer, _unpackBuffer);
        _gl.BindFramebuffer(ReadFramebuffer, _framebuffer);
        _gl.BindTexture(GlFunctions.Texture2D, _texture);
    }

    [InlineArray(8)]
    private struct StoreValues
    {
        private int _first;
    }
}
