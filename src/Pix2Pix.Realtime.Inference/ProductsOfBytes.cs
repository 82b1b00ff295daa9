using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Pix2Pix.Realtime.Inference;

/// <summary>Whether this processor multiplies and adds bytes in one instruction, which is what makes int8 generators fast.</summary>
public static class ProductsOfBytes
{
    private const int Avx512Vnni = 1 << 11;
    private const int AvxVnni = 1 << 4;

    /// <summary>VNNI on x64, the dot product on Arm; without it ONNX Runtime reckons int8 exactly too, but slower.</summary>
    public static bool AreFast { get; } = Dp.IsSupported || HasVnni();

    private static bool HasVnni()
    {
        const int features = 7;
        return X86Base.IsSupported && X86Base.CpuId(0, 0).Eax >= features
            && ((X86Base.CpuId(features, 0).Ecx & Avx512Vnni) != 0 || (X86Base.CpuId(features, 1).Eax & AvxVnni) != 0);
    }
}
