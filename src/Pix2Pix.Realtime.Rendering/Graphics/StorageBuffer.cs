using System.Runtime.InteropServices;
using Silk.NET.OpenGL;

namespace Pix2Pix.Realtime.Rendering.Graphics;

/// <summary>Memory of the GPU that compute shaders read and write, OpenGL's shader storage buffer. Thread contract: the GL thread; <c>Dispose</c> any thread.</summary>
internal sealed class StorageBuffer : GraphicsObject
{
    private readonly uint _name;

    /// <param name="device">Its context must be current and know compute shaders.</param>
    /// <param name="bytes">Its size; its values are not set.</param>
    /// <exception cref="UserException">The GPU has no room for it.</exception>
    public StorageBuffer(GraphicsDevice device, long bytes) : base(device)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bytes);
        Bytes = bytes;
        _name = Device.Gl.GenBuffer();
        Allocate([]);
    }

    private StorageBuffer(GraphicsDevice device, ReadOnlySpan<byte> values) : base(device)
    {
        Bytes = values.Length;
        _name = Device.Gl.GenBuffer();
        Allocate(values);
    }

    /// <summary>Its size.</summary>
    public long Bytes { get; }

    /// <summary>A buffer that holds these values.</summary>
    /// <exception cref="UserException">The GPU has no room for it.</exception>
    public static StorageBuffer Of<T>(GraphicsDevice device, ReadOnlySpan<T> values) where T : unmanaged => new(device, MemoryMarshal.AsBytes(values));

    /// <summary>Binds it where a shader's block of the same number reads or writes.</summary>
    public void Bind(int binding) => Device.Gl.BindBufferBase(BufferTargetARB.ShaderStorageBuffer, (uint)binding, _name);

    /// <summary>Replaces the first values. Counted in <see cref="GraphicsDevice.UploadedBytes"/>.</summary>
    public unsafe void Upload<T>(ReadOnlySpan<T> values) where T : unmanaged
    {
        var bytes = RequireRoom(values.Length, sizeof(T));
        fixed (T* first = values)
        {
            Bind();
            Device.Gl.BufferSubData(BufferTargetARB.ShaderStorageBuffer, 0, (nuint)bytes, first);
        }

        Device.UploadedBytes += bytes;
    }

    /// <summary>Waits until the GPU has written them, and copies the first values. Counted in <see cref="GraphicsDevice.Readbacks"/>.</summary>
    public unsafe void Read<T>(Span<T> values) where T : unmanaged
    {
        var bytes = RequireRoom(values.Length, sizeof(T));
        Device.Gl.MemoryBarrier(MemoryBarrierMask.BufferUpdateBarrierBit);
        fixed (T* first = values)
        {
            Bind();
            Device.Gl.GetBufferSubData(BufferTargetARB.ShaderStorageBuffer, 0, (nuint)bytes, first);
        }

        Device.Readbacks++;
    }

    protected internal override void Delete(GL gl) => gl.DeleteBuffer(_name);

    private void Bind() => Device.Gl.BindBuffer(BufferTargetARB.ShaderStorageBuffer, _name);

    private unsafe void Allocate(ReadOnlySpan<byte> values)
    {
        var gl = Device.Gl;
        while (gl.GetError() != GLEnum.NoError)
        {
            // An older fault must not be taken for this one.
        }

        Bind();
        fixed (byte* first = values)
        {
            gl.BufferData(BufferTargetARB.ShaderStorageBuffer, (nuint)Bytes, first, BufferUsageARB.DynamicCopy);
        }

        Device.UploadedBytes += values.Length;
        if (gl.GetError() is var fault and not GLEnum.NoError)
        {
            Dispose();
            throw new UserException($"Expected {Bytes / 1e6:0.#} MB of GPU memory, found less ({fault}); close other programs or use a smaller generator.");
        }
    }

    private long RequireRoom(int count, int size)
    {
        var bytes = (long)count * size;
        return bytes <= Bytes ? bytes : throw new ArgumentException($"The buffer holds {Bytes} bytes, got {bytes}.");
    }
}
