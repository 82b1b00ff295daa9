using System.Runtime.InteropServices;

namespace Pix2Pix.Realtime.Native.Tests;

public sealed unsafe class StrideTests
{
    private const int Side = 16;

    [Theory]
    [InlineData(Side * 4, true)]
    [InlineData(Side * 400, true)]
    [InlineData((Side * 4) - 1, false)]
    [InlineData(0, false)]
    [InlineData(-(Side * 4), false)]
    [InlineData(long.MinValue, false)]
    [InlineData(1L << 40, false)]
    [InlineData(long.MaxValue / Side, false)]
    [InlineData(long.MaxValue, false)]
    public void Strides_that_lead_out_of_memory_are_refused_before_anything_is_read(long stride, bool isRight)
    {
        // Nothing is read: a pointer to one byte will do.
        var pixels = NativeMemory.Alloc(1);
        try
        {
            foreach (var flags in new[] { 0u, NativeImage.BottomUp })
            {
                var image = new NativeImage { StructSize = (uint)sizeof(NativeImage), Flags = flags, Width = Side, Height = Side, Stride = stride, Pixels = pixels, Format = NativeImage.Rgba8 };
                var at = &image;
                var fault = Record.Exception(() => Arguments.Require(at));
                Assert.Equal(isRight, fault is null);
                Assert.True(isRight || fault is StatusException && fault.Message.Contains($"found {stride}", StringComparison.Ordinal), $"{fault}");
            }
        }
        finally
        {
            NativeMemory.Free(pixels);
        }
    }
}
