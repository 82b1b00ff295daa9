using System.Diagnostics;
using Silk.NET.OpenGL;

namespace Pix2Pix.Realtime.Rendering.Graphics;

/// <summary>Measures how long the GPU works on what is asked between two calls, without waiting for it. Thread contract: the GL thread; <c>Dispose</c> any thread.</summary>
internal sealed class TimerQuery : GraphicsObject
{
    private readonly uint _name;
    private bool _isPending;
    private long _begun;

    public TimerQuery(GraphicsDevice device) : base(device) => _name = Device.Gl.GenQuery();

    /// <summary>Starts, unless the last result was not taken yet. Only one timer can run at a time.</summary>
    /// <returns>Whether it started; then <see cref="End"/> must follow.</returns>
    public bool TryBegin()
    {
        if (!_isPending)
        {
            _begun = Stopwatch.GetTimestamp();
            Device.Gl.BeginQuery(QueryTarget.TimeElapsed, _name);
        }

        return !_isPending;
    }

    public void End()
    {
        Device.Gl.EndQuery(QueryTarget.TimeElapsed);
        _isPending = true;
    }

    /// <summary>Takes the result if the GPU has come that far.</summary>
    /// <param name="isWaiting">Whether to wait for it.</param>
    /// <param name="milliseconds">Of the GPU's time.</param>
    public bool TryTake(bool isWaiting, out double milliseconds)
    {
        milliseconds = 0;
        if (!_isPending)
        {
            return false;
        }

        var gl = Device.Gl;
        gl.GetQueryObject(_name, QueryObjectParameterName.ResultAvailable, out int available);
        if (available == 0 && !isWaiting)
        {
            return false;
        }

        gl.GetQueryObject(_name, QueryObjectParameterName.Result, out ulong nanoseconds);
        _isPending = false;

        // Some drivers answer nonsense now and then; no work is longer than the time that passed.
        milliseconds = Math.Min(nanoseconds / 1e6, Stopwatch.GetElapsedTime(_begun).TotalMilliseconds);
        return true;
    }

    protected internal override void Delete(GL gl) => gl.DeleteQuery(_name);
}
