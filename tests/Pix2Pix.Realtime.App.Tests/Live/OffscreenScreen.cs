using Pix2Pix.Realtime.App.Bench;

namespace Pix2Pix.Realtime.App.Tests.Live;

/// <summary>What the tests of drawing ask of the live program off-screen.</summary>
internal static class OffscreenScreen
{
    /// <summary>A change may be seen one frame after it was made, when the panel has made room for it.</summary>
    public static void Settle(this OffscreenSession live)
    {
        for (var i = 0; i < 3; i++)
        {
            live.Loop.Step();
        }
    }

    /// <summary>Draws the changed parts, then everything: the screen must be the same.</summary>
    public static void AssertPartsAreTheWhole(this OffscreenSession live)
    {
        live.Settle();
        var parts = live.Loop.Screenshot();
        live.Live.Frames.RequestDraw();
        live.Loop.Step();
        Assert.True(parts.Rgba.AsSpan().SequenceEqual(live.Loop.Screenshot().Rgba), "the screen was not what it should have been");
    }
}
