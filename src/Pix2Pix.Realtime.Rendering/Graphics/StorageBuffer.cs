using Silk.NET.OpenGL;

namespace Pix2Pix.Realtime.Rendering.Graphics;

/// <summary>Memory of the card that compute shaders read and write, OpenGL's shader storage buffer. Thread contract: the GL thread; <c>Dispose</c> any thread.</summary>
public sealed class StorageBuffer : GraphicsObject
{
    private readonly uint _name;

    /// <param name="device">Its context must be current and know compute shaders.</param>
    /// <param name="count">How many float32 values; their values are not set.</param>
    /// <exception cref="UserException">The card has no room for it.</exception>
    public StorageBuffer(GraphicsDevice device, int count) : base(device)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        Count = count;
        _name = Device.Gl.GenBuffer();
        Allocate([]);
    }

    /// <summary>A buffer that holds these values.</summary>
    /// <exception cref="UserException">The card has no room for it.</exception>
    public StorageBuffer(GraphicsDevice device, ReadOnlySpan<float> values) : base(device)
    {
        Count = values.Length;
        _name = Device.Gl.GenBuffer();
        Allocate(values);
    }

    /// <summary>Number of float32 values.</summary>
    public int Count { get; }

    /// <summary>Binds it where a shader's block of the same number reads or writes.</summary>
    public void Bind(int binding) => Device.Gl.BindBufferBase(BufferTargetARB.ShaderStorageBuffer, (uint)binding, _name);

    /// <summary>Replaces all values. Counted in <see cref="GraphicsDevice.UploadedBytes"/>.</summary>
    public unsafe void Upload(ReadOnlySpan<float> values)
    {
        RequireCount(values.Length);
        fixed (float* first = values)
        {
            Bind();
            Device.Gl.BufferSubData(BufferTargetARB.ShaderStorageBuffer, 0, (nuint)Count * sizeof(float), first);
        }

        Device.UploadedBytes += (long)Count * sizeof(float);
    }

    /// <summary>Waits until the card has written them, and copies all values. Counted in <see cref="GraphicsDevice.Readbacks"/>.</summary>
    public unsafe void Read(Span<float> values)
    {
        RequireCount(values.Length);
        Device.Gl.MemoryBarrier(MemoryBarrierMask.BufferUpdateBarrierBit);
        fixed (float* first = values)
        {
            Bind();
            Device.Gl.GetBufferSubData(BufferTargetARB.ShaderStorageBuffer, 0, (nuint)Count * sizeof(float), first);
        }

        Device.Readbacks++;
    }

    protected internal override void Delete(GL gl) => gl.DeleteBuffer(_name);

    private void Bind() => Device.Gl.BindBuffer(BufferTargetARB.ShaderStorageBuffer, _name);

    private unsafe void Allocate(ReadOnlySpan<float> values)
    {
        var gl = Device.Gl;
        while (gl.GetError() != GLEnum.NoError)
        {
            // An older fault must not be taken for this one.
        }

        Bind();
        fixed (float* first = values)
        {
            gl.BufferData(BufferTargetARB.ShaderStorageBuffer, (nuint)Count * sizeof(float), first, BufferUsageARB.DynamicCopy);
        }

        Device.UploadedBytes += (long)values.Length * sizeof(float);
        if (gl.GetError() is var fault and not GLEnum.NoError)
        {
            Dispose();
            throw new UserException($"expected room for {(long)Count * sizeof(float) / 1e6:0.#} MB on the graphics card, found none ({fault}); close other programs or take a smaller generator");
        }
    }

    private void RequireCount(int count)
    {
        if (count != Count)
        {
            throw new ArgumentException($"The buffer holds {Count} values, got {count}.");
        }
    }
}
