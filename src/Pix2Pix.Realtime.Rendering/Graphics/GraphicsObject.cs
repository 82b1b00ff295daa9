using Silk.NET.OpenGL;

namespace Pix2Pix.Realtime.Rendering.Graphics;

/// <summary>
/// An object in the graphics driver. Any thread may dispose it; the GL thread deletes it when it next drains the device's queue. In Debug builds the
/// finalizer reports an object that was never disposed, and does not delete it: it runs on a thread that must not call OpenGL.
/// </summary>
public abstract class GraphicsObject : IDisposable
{
    private int _disposed;

    /// <summary>Counts the object among the device's <see cref="GraphicsDevice.LiveObjects"/>. GL thread.</summary>
    /// <param name="device">Deletes it later; it must outlive the object.</param>
    protected GraphicsObject(GraphicsDevice device)
    {
        ArgumentNullException.ThrowIfNull(device);
        Device = device;
        device.Adopt();
    }

#if DEBUG
    /// <summary>Debug builds: reports an object that nobody disposed.</summary>
    ~GraphicsObject() => Device.Report($"A {GetType().Name} was lost without Dispose.");
#endif

    /// <summary>Whether it was disposed; the driver may still hold it until the device's next <see cref="GraphicsDevice.Drain"/>.</summary>
    public bool IsDisposed => Volatile.Read(ref _disposed) != 0;

    /// <summary>The device that it was made with.</summary>
    protected GraphicsDevice Device { get; }

    /// <summary>Queues it for deletion on the GL thread. Any thread; a second call does nothing.</summary>
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
