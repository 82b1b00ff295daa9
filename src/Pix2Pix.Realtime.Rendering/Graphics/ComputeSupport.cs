using Silk.NET.OpenGL;

namespace Pix2Pix.Realtime.Rendering.Graphics;

/// <summary>The driver's limits for compute shaders; all 0 without support. GL thread.</summary>
/// <param name="Version">OpenGL's version, times ten: 43 is the first with compute shaders.</param>
/// <param name="StorageBytes">The largest buffer that a shader can read.</param>
/// <param name="SharedBytes">Memory that the threads of a work group share.</param>
/// <param name="Threads">Threads of a work group.</param>
/// <param name="Buffers">Buffers of one shader.</param>
/// <param name="FreeBytes">Memory of the GPU that was free when it was asked; 0 = the driver doesn't say.</param>
internal readonly record struct ComputeSupport(int Version, long StorageBytes, int SharedBytes, int Threads, int Buffers, long FreeBytes)
{
    /// <summary>The first version of OpenGL with compute shaders.</summary>
    public const int FirstVersion = 43;

    /// <summary>NVIDIA's and Mesa's extension, and what it calls the free memory, in KB.</summary>
    private const string MemoryInfo = "GL_NVX_gpu_memory_info";
    private const GetPName FreeMemory = (GetPName)0x9049;

    /// <summary>AMD's, whose answer is four numbers; the first is the free memory in KB.</summary>
    private const string AmdMemoryInfo = "GL_ATI_meminfo";
    private const GetPName AmdFreeMemory = (GetPName)0x87FB;
    private const int AmdNumbers = 4;

    public static ComputeSupport Of(GL gl)
    {
        var version = (gl.GetInteger(GetPName.MajorVersion) * 10) + gl.GetInteger(GetPName.MinorVersion);
        return version < FirstVersion
            ? new ComputeSupport(version, 0, 0, 0, 0, 0)
            : new ComputeSupport(
                version, gl.GetInteger64(GLEnum.MaxShaderStorageBlockSize), gl.GetInteger(GLEnum.MaxComputeSharedMemorySize),
                gl.GetInteger(GLEnum.MaxComputeWorkGroupInvocations), gl.GetInteger(GLEnum.MaxComputeShaderStorageBlocks), Free(gl));
    }

    private static long Free(GL gl)
    {
        Span<int> kilobytes = stackalloc int[AmdNumbers];
        if (Has(gl, MemoryInfo))
        {
            gl.GetInteger(FreeMemory, kilobytes);
        }
        else if (Has(gl, AmdMemoryInfo))
        {
            gl.GetInteger(AmdFreeMemory, kilobytes);
        }

        return kilobytes[0] * 1024L;
    }

    private static bool Has(GL gl, string extension)
    {
        var count = gl.GetInteger(GetPName.NumExtensions);
        for (var i = 0u; i < count; i++)
        {
            if (gl.GetStringS(StringName.Extensions, i) == extension)
            {
                return true;
            }
        }

        return false;
    }
}
