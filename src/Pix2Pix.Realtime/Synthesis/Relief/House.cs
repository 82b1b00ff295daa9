using System.Numerics;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Synthesis.Fields;
using Pix2Pix.Realtime.Synthesis.Looks;

namespace Pix2Pix.Realtime.Synthesis.Relief;

/// <summary>One picture's labels and look, and what follows from them: measured once, read by every element.</summary>
internal sealed class House
{
    public House(LabelMap labels, FacadeLook look)
    {
        (Look, Salt, Light) = (look, look.Variation, new Daylight(look));
        Regions = new RegionMap(labels, look.Variation);
        Storeys = new Storeys(labels, Regions);
        Pixel = Regions.Pixel;
        (Width, Height) = (labels.Width * Pixel, labels.Height * Pixel);
        (Wall, Ground, Trim, Frame) = (Tone.Linear(look.WallColor), Tone.Linear(look.GroundColor), Tone.Linear(look.TrimColor), Tone.Linear(look.FrameColor));
        (Door, Shutter, Roof, Shop) = (Tone.Linear(look.DoorColor), Tone.Linear(look.ShutterColor), Tone.Linear(look.RoofColor), Tone.Linear(look.ShopColor));
    }

    public FacadeLook Look { get; }

    public Daylight Light { get; }

    public RegionMap Regions { get; }

    public Storeys Storeys { get; }

    public uint Salt { get; }

    /// <summary>The size of a pixel, in units; so are the next two.</summary>
    public float Pixel { get; }

    public float Width { get; }

    public float Height { get; }

    // Colours in linear light.
    public Vector3 Wall { get; }

    public Vector3 Ground { get; }

    public Vector3 Trim { get; }

    public Vector3 Frame { get; }

    public Vector3 Door { get; }

    public Vector3 Shutter { get; }

    public Vector3 Roof { get; }

    public Vector3 Shop { get; }

    /// <summary>The n-th of the numbers in 0..1 that the whole house has.</summary>
    public float Chance(int n) => ValueNoise.Cell(n, 31, Salt);

    /// <summary>How much of a reveal's side the camera sees per unit of depth, at a place: x from the left side, y from the top one.</summary>
    public Vector2 Parallax(float x, float y) =>
        new((x - (Width * (0.5f + (Look.Viewpoint * 0.5f)))) / 480, (Storeys.GroundLine - 20 - y) / 480);
}
