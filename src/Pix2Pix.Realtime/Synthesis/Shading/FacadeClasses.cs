using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Numerics;

namespace Pix2Pix.Realtime.Synthesis.Shading;

/// <summary>Properties of the facade classes.</summary>
internal static class FacadeClasses
{
    public const int Count = 12;

    // Both by id; there is no class 0.
    private static ReadOnlySpan<byte> DrawOrders => [0, 1, 2, 10, 5, 11, 3, 4, 6, 8, 7, 12, 9];

    private static ReadOnlySpan<float> Reliefs => [0, 0, 0, -3, -4, 4, 3, 7, -1, 1.5f, 4, 2.5f, -2];

    /// <summary>Stacking order where two overlap: the higher number is on top.</summary>
    public static int DrawOrder(FacadeClass of) => DrawOrders[(int)of];

    /// <summary>How far it stands out of the wall, in pixels of a 256 picture: what casts a shadow on what.</summary>
    public static float Relief(byte id) => Reliefs[id];

    public static FacadeClass Any(Dice dice) => (FacadeClass)dice.Whole(1, Count);
}
