using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using System.Text;

namespace Pix2Pix.Realtime.Inference;

/// <summary>The CPU's features that decide how fast generators run.</summary>
internal static class Processor
{
    private const int FeatureLeaf = 7;
    private const int Avx512Vnni = 1 << 11;
    private const int AvxVnni = 1 << 4;
    private const uint FirstNameLeaf = 0x80000002;
    private const uint LastNameLeaf = 0x80000004;

    /// <summary>Its maker's name for it where it tells, else its architecture.</summary>
    public static string Name { get; } = HasName() ? ReadName() : RuntimeInformation.ProcessArchitecture.ToString();

    /// <summary>
    /// Whether it multiplies and adds bytes in one instruction, which is what makes int8 generators fast: VNNI on x64, the dot product on Arm. Without it ONNX Runtime
    /// computes int8 exactly too, but slower.
    /// </summary>
    public static bool MultipliesBytes { get; } = Dp.IsSupported || HasVnni();

    private static bool HasVnni() => X86Base.IsSupported && X86Base.CpuId(0, 0).Eax >= FeatureLeaf
        && ((X86Base.CpuId(FeatureLeaf, 0).Ecx & Avx512Vnni) != 0 || (X86Base.CpuId(FeatureLeaf, 1).Eax & AvxVnni) != 0);

    private static bool HasName() => X86Base.IsSupported && unchecked((uint)X86Base.CpuId(unchecked((int)0x80000000), 0).Eax) >= LastNameLeaf;

    private static string ReadName()
    {
        Span<int> words = stackalloc int[12];
        for (var leaf = FirstNameLeaf; leaf <= LastNameLeaf; leaf++)
        {
            var at = (int)(leaf - FirstNameLeaf) * 4;
            (words[at], words[at + 1], words[at + 2], words[at + 3]) = X86Base.CpuId(unchecked((int)leaf), 0);
        }

        return Encoding.ASCII.GetString(MemoryMarshal.AsBytes(words)).TrimEnd('\0').Trim();
    }
}
