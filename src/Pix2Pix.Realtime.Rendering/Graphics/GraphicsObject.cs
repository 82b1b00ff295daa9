using Silk.NET.OpenGL;

namespace Pix2Pix.Realtime.Rendering.Graphics;

/// <summary>
/// Something that lives in the graphics driver. Any thread may dispose it; it is deleted on the GL thread when that next drains its queue.
/// In Debug builds a lost one shouts its name, and nothing more: a finalizer runs on a thread that must not touch OpenGL.
/// </summary>
public abstract class GraphicsObject : IDisposable
{
    private int _disposed;

    protected GraphicsObject(GraphicsDevice device)
    {
        ArgumentNullException.ThrowIfNull(device);
        Device = device;
        device.Adopt();
    }

#if DEBUG
    ~GraphicsObject() => Device.Report($"A {GetType().Name} was lost without Dispose.");
#endif

    public bool IsDisposed => Volatile.Read(ref _disposed) != 0;

    protected GraphicsDevice Device { get; }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            Device.Retire(this);
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>GL thread: deletes what the constructor made.</summary>
    protected internal abstract void Delete(GL gl);
}
