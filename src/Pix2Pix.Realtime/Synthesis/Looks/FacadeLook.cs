using System.Numerics;

namespace Pix2Pix.Realtime.Synthesis.Looks;

/// <summary>Everything about a rendered facade that its labels don't tell: architecture, materials, colours, light and camera. Immutable.</summary>
/// <remarks>
/// Colours are sRGB, red, green, blue in 0..1. <c>FacadeSynthesizer.DrawLook</c> draws a look; every property can be replaced by <c>with</c>, and what no property
/// tells (which window has a curtain, where the dirt runs) follows from <see cref="Variation"/>.
/// </remarks>
public sealed record FacadeLook
{
    /// <summary>The architecture of the house.</summary>
    public HouseStyle Style { get; init; } = HouseStyle.Classical;

    /// <summary>What the walls above the ground floor are made of.</summary>
    public WallMaterial Material { get; init; } = WallMaterial.Stucco;

    /// <summary>The material of the ground floor's wall.</summary>
    public WallMaterial GroundMaterial { get; init; } = WallMaterial.Stucco;

    /// <summary>The walls above the ground floor.</summary>
    public Vector3 WallColor { get; init; } = new(0.80f, 0.73f, 0.58f);

    /// <summary>The wall of the ground floor.</summary>
    public Vector3 GroundColor { get; init; } = new(0.66f, 0.62f, 0.54f);

    /// <summary>Ledges, surrounds, mouldings and ornament.</summary>
    public Vector3 TrimColor { get; init; } = new(0.85f, 0.82f, 0.74f);

    /// <summary>The frames of windows.</summary>
    public Vector3 FrameColor { get; init; } = new(0.90f, 0.89f, 0.86f);

    /// <summary>The leaves of doors.</summary>
    public Vector3 DoorColor { get; init; } = new(0.36f, 0.22f, 0.14f);

    /// <summary>Shutters and blinds.</summary>
    public Vector3 ShutterColor { get; init; } = new(0.30f, 0.38f, 0.30f);

    /// <summary>The roof, where it is seen.</summary>
    public Vector3 RoofColor { get; init; } = new(0.50f, 0.26f, 0.19f);

    /// <summary>Signs and awnings.</summary>
    public Vector3 ShopColor { get; init; } = new(0.20f, 0.26f, 0.24f);

    /// <summary>Dirt, streaks, repairs and worn paint: 0 = new, 1 = neglected.</summary>
    public float Age { get; init; } = 0.35f;

    /// <summary>Local time, 0..24; the lamps burn before 6 and after 19.</summary>
    public float Hour { get; init; } = 11;

    /// <summary>Sky, light and the wetness of the ground.</summary>
    public Weather Weather { get; init; } = Weather.Overcast;

    /// <summary>The season of plants and trees.</summary>
    public Season Season { get; init; } = Season.Summer;

    /// <summary>Cars, people, lamps, cables, plants, posters: 0 = none, 1 = a busy street.</summary>
    public float Clutter { get; init; } = 0.5f;

    /// <summary>How deep windows lie in the wall, in 1/256 of the picture's smaller side, 0.5..8.</summary>
    public float Reveal { get; init; } = 3.5f;

    /// <summary>The camera's exposure beside the automatic one, in stops.</summary>
    public float Exposure { get; init; }

    /// <summary>White balance: -1 = cold, 0 = neutral, 1 = warm.</summary>
    public float Warmth { get; init; }

    /// <summary>Contrast of the camera's tone curve: -1..1.</summary>
    public float Contrast { get; init; }

    /// <summary>The lens's blur, in 1/512 of the picture's smaller side: 0..2.</summary>
    public float Blur { get; init; } = 0.6f;

    /// <summary>How much the camera sharpens: 0..1.</summary>
    public float Sharpening { get; init; } = 0.3f;

    /// <summary>The sensor's noise: 0..1.</summary>
    public float Noise { get; init; } = 0.25f;

    /// <summary>Quality of the camera's JPEG, 30..99; 100 = not compressed.</summary>
    public int JpegQuality { get; init; } = 100;

    /// <summary>Where the camera stands, in widths of the picture from its middle: -1..1; it sees that side of the reveals.</summary>
    public float Viewpoint { get; init; }

    /// <summary>Decides what no other property tells.</summary>
    public uint Variation { get; init; } = 1;
}
