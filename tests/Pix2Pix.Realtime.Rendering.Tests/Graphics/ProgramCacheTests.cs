using Pix2Pix.Realtime.Rendering.Generator;
using Pix2Pix.Realtime.Rendering.Graphics;
using Pix2Pix.Realtime.Tests.Shared;
using Silk.NET.OpenGL;

namespace Pix2Pix.Realtime.Rendering.Tests.Graphics;

/// <summary>Programs that the driver linked once are there at the next start.</summary>
public sealed class ProgramCacheTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_kept_program_computes_the_same_and_is_not_compiled_again()
    {
        Assert.Equal((0, 1, 3f), Compute());
        Assert.Equal((1, 0, 3f), Compute());
    }

    [Fact]
    public void A_cut_file_and_another_drivers_files_are_left_alone()
    {
        Assert.Equal((0, 1, 3f), Compute());
        Assert.Equal((0, 1, 3f), Compute(driver: "a newer driver"));
        foreach (var file in Directory.GetFiles(_folder.Path))
        {
            File.WriteAllBytes(file, File.ReadAllBytes(file)[..20]);
        }

        Assert.Equal((0, 1, 3f), Compute());
        Assert.Equal((1, 0, 3f), Compute());
    }

    [Fact]
    public void A_folder_that_cannot_be_written_costs_nothing_but_time()
    {
        File.WriteAllText(_folder.File("file"), "no folder");
        Assert.Equal((0, 0, 3f), Compute(_folder.File("file")));
    }

    /// <summary>Adds 1 and 2 in a program of its own context.</summary>
    private (int Found, int Kept, float Answer) Compute(string? folder = null, string? driver = null)
    {
        using var gl = new GlSession();
        Assert.SkipWhen(gl.Device.Gl.GetInteger(GLEnum.NumProgramBinaryFormats) == 0, "this driver hands no binaries out");
        var cache = new ProgramCache(folder ?? _folder.Path, driver ?? gl.Device.Renderer);
        gl.Device.Shaders.Cache = cache;
        using var a = StorageBuffer.Of<float>(gl.Device, [1f, 1, 1, 1]);
        using var b = StorageBuffer.Of<float>(gl.Device, [2f, 2, 2, 2]);
        using var sum = new StorageBuffer(gl.Device, 4 * sizeof(float));
        var addition = gl.Device.Shaders.GetCompute("generator/addition", GpuStorage.Single.Defines());
        a.Bind(0);
        a.Bind(1);
        b.Bind(2);
        b.Bind(3);
        sum.Bind(4);
        addition.Use();
        addition.Set("uCount", 1);
        addition.Set("uGroups", 1);
        addition.Set("uSlopes", 1, 1);
        addition.Dispatch(1);
        var values = new float[4];
        sum.Read(values);
        return (cache.Found, cache.Kept, values[0]);
    }
}
