using System.Numerics;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Synthesis.Shading;

namespace Pix2Pix.Realtime.Synthesis;

/// <summary>Paints the picture that a label map stands for.</summary>
/// <remarks>
/// Each pixel is shaded by its own class's look and by no other, so an element can't leave its label. The light comes last and
/// depends on labels and sun alone.
/// </remarks>
internal static class FacadePainter
{
    /// <param name="labels">Ids 1..12 of the facade classes; another id is painted as background.</param>
    /// <param name="style">Paint, materials and light.</param>
    public static PixelImage Paint(LabelMap labels, FacadeStyle style)
    {
        var regions = new RegionMap(labels);
        var shadows = new CastShadows(labels, style);
        var canvas = new PixelSize(labels.Width, labels.Height);
        var image = new PixelImage(labels.Width, labels.Height);
        for (var y = 0; y < labels.Height; y++)
        {
            var ids = labels.Row(y);
            var row = image.Row(y);
            for (var x = 0; x < ids.Length; x++)
            {
                var tone = Shade((FacadeClass)ids[x], regions.At(x, y), style, canvas) * shadows.LightAt(x, y);
                Store(tone, row.Slice(x * 4, 4));
            }
        }

        return image;
    }

    private static Vector3 Shade(FacadeClass of, in Fragment at, FacadeStyle style, PixelSize canvas) => of switch
    {
        FacadeClass.Facade => WallShading.Shade(at, style),
        FacadeClass.Window => WindowShading.Shade(at, style),
        FacadeClass.Door => DoorShading.Shade(at, style),
        FacadeClass.Cornice => CorniceShading.Shade(at, style),
        FacadeClass.Sill => SillShading.Shade(at, style),
        FacadeClass.Balcony => BalconyShading.Shade(at, style),
        FacadeClass.Blind => BlindShading.Shade(at, style),
        FacadeClass.Deco => DecoShading.Shade(at, style),
        FacadeClass.Molding => MoldingShading.Shade(at, style),
        FacadeClass.Pillar => PillarShading.Shade(at, style),
        FacadeClass.Shop => ShopShading.Shade(at, style),
        _ => StreetShading.Shade(at, canvas),
    };

    private static void Store(Vector3 tone, Span<byte> pixel)
    {
        pixel[0] = (byte)((Tone.Clamp(tone.X) * 255) + 0.5f);
        pixel[1] = (byte)((Tone.Clamp(tone.Y) * 255) + 0.5f);
        pixel[2] = (byte)((Tone.Clamp(tone.Z) * 255) + 0.5f);
        pixel[3] = 255;
    }
}
