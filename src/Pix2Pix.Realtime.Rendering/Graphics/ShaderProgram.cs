using System.Numerics;
using Silk.NET.OpenGL;

namespace Pix2Pix.Realtime.Rendering.Graphics;

/// <summary>
/// A linked program of one vertex and one fragment shader, or of one compute shader, and its uniforms by name. A uniform that the shader doesn't use is ignored, as
/// in OpenGL: a variant may lack it. Thread contract: the GL thread; <c>Dispose</c> any thread.
/// </summary>
public sealed class ShaderProgram : GraphicsObject
{
    private readonly Dictionary<string, int> _locations = new(StringComparer.Ordinal);
    private readonly uint _name;

    internal ShaderProgram(GraphicsDevice device, uint name) : base(device) => _name = name;

    /// <summary>Makes it the program that draws; uniforms are set after this.</summary>
    public void Use() => Device.Gl.UseProgram(_name);

    /// <summary>Sets an <c>int</c>, or the texture unit of a sampler. The program must be in use.</summary>
    public void Set(string uniform, int value) => Device.Gl.Uniform1(Location(uniform), value);

    /// <summary>Sets a <c>bool</c>.</summary>
    public void Set(string uniform, bool value) => Set(uniform, value ? 1 : 0);

    /// <summary>Sets a <c>float</c>.</summary>
    public void Set(string uniform, float value) => Device.Gl.Uniform1(Location(uniform), value);

    /// <summary>Sets a <c>vec2</c> from two numbers.</summary>
    public void Set(string uniform, float x, float y) => Device.Gl.Uniform2(Location(uniform), x, y);

    /// <summary>Sets a <c>vec2</c>.</summary>
    public void Set(string uniform, Vector2 value) => Set(uniform, value.X, value.Y);

    /// <summary>Sets a <c>vec3</c>.</summary>
    public void Set(string uniform, Vector2 xy, float z) => Device.Gl.Uniform3(Location(uniform), xy.X, xy.Y, z);

    /// <summary>Sets a <c>vec4</c>.</summary>
    public void Set(string uniform, Vector4 value) => Device.Gl.Uniform4(Location(uniform), value.X, value.Y, value.Z, value.W);

    /// <summary>Runs a compute shader's program over so many work groups, after all that was dispatched before has written its buffers.</summary>
    public void Dispatch(int x, int y = 1, int z = 1)
    {
        Device.Gl.MemoryBarrier(MemoryBarrierMask.ShaderStorageBarrierBit);
        Device.Gl.DispatchCompute((uint)x, (uint)y, (uint)z);
    }

    /// <inheritdoc />
    protected internal override void Delete(GL gl) => gl.DeleteProgram(_name);

    private int Location(string uniform)
    {
        if (!_locations.TryGetValue(uniform, out var location))
        {
            _locations[uniform] = location = Device.Gl.GetUniformLocation(_name, uniform);
        }

        return location;
    }
}
