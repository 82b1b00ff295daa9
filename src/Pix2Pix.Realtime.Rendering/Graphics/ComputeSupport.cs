using Silk.NET.OpenGL;

namespace Pix2Pix.Realtime.Rendering.Graphics;

/// <summary>What a driver allows compute shaders; 0 everywhere when it has none. GL thread.</summary>
/// <param name="Version">OpenGL's version, times ten: 43 is the first with compute shaders.</param>
/// <param name="StorageBytes">The largest buffer that a shader can read.</param>
/// <param name="SharedBytes">Memory that the threads of a work group share.</param>
/// <param name="Threads">Threads of a work group.</param>
/// <param name="Buffers">Buffers of one shader.</param>
public readonly record struct ComputeSupport(int Version, long StorageBytes, int SharedBytes, int Threads, int Buffers)
{
    /// <summary>The first version of OpenGL with compute shaders.</summary>
    public const int FirstVersion = 43;

    public static ComputeSupport Of(GL gl)
    {
        ArgumentNullException.ThrowIfNull(gl);
        var version = (gl.GetInteger(GetPName.MajorVersion) * 10) + gl.GetInteger(GetPName.MinorVersion);
        return version < FirstVersion
            ? new ComputeSupport(version, 0, 0, 0, 0)
            : new ComputeSupport(
                version, gl.GetInteger64(GLEnum.MaxShaderStorageBlockSize), gl.GetInteger(GLEnum.MaxComputeSharedMemorySize),
                gl.GetInteger(GLEnum.MaxComputeWorkGroupInvocations), gl.GetInteger(GLEnum.MaxComputeShaderStorageBlocks));
    }
}
