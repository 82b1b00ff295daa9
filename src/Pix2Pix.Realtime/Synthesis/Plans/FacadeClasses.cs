using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Numerics;

namespace Pix2Pix.Realtime.Synthesis.Plans;

/// <summary>Properties of the facade classes in a plan.</summary>
internal static class FacadeClasses
{
    public const int Count = 12;

    // By id; there is no class 0.
    private static ReadOnlySpan<byte> DrawOrders => [0, 1, 2, 10, 5, 11, 3, 4, 6, 8, 7, 12, 9];

    /// <summary>Stacking order where two overlap: the higher number is on top.</summary>
    public static int DrawOrder(FacadeClass of) => DrawOrders[(int)of];

    public static FacadeClass Any(Dice dice) => (FacadeClass)dice.Whole(1, Count);
}
