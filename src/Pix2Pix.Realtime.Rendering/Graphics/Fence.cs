using Silk.NET.OpenGL;

namespace Pix2Pix.Realtime.Rendering.Graphics;

/// <summary>A mark among the driver's commands that tells when the GPU has come that far. Thread contract: the GL thread; <c>Dispose</c> any thread.</summary>
internal sealed class Fence(GraphicsDevice device) : GraphicsObject(device)
{
    private nint _sync;

    /// <summary>Whether the GPU has passed the mark; true before the first.</summary>
    public bool IsPassed
    {
        get
        {
            if (_sync != 0 && Device.Gl.ClientWaitSync(_sync, 0u, 0ul) is GLEnum.AlreadySignaled or GLEnum.ConditionSatisfied or GLEnum.WaitFailed)
            {
                Delete(Device.Gl);
            }

            return _sync == 0;
        }
    }

    /// <summary>Marks this place, and sends everything up to it to the GPU.</summary>
    public void Set()
    {
        Delete(Device.Gl);
        _sync = Device.Gl.FenceSync(SyncCondition.SyncGpuCommandsComplete, SyncBehaviorFlags.None);
        Device.Gl.Flush();
    }

    protected internal override void Delete(GL gl)
    {
        if (_sync != 0)
        {
            gl.DeleteSync(_sync);
            _sync = 0;
        }
    }
}
