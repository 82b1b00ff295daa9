using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Synthesis.Camera;
using Pix2Pix.Realtime.Synthesis.Elements;
using Pix2Pix.Realtime.Synthesis.Light;
using Pix2Pix.Realtime.Synthesis.Looks;
using Pix2Pix.Realtime.Synthesis.Relief;
using Pix2Pix.Realtime.Synthesis.Surroundings;

namespace Pix2Pix.Realtime.Synthesis;

/// <summary>Renders the photograph that a label map stands for: relief and materials by class, then light, then a camera.</summary>
public static class FacadeRenderer
{
    /// <summary>Renders one picture of the labels' size. Any thread; equal arguments give equal bytes on every machine.</summary>
    /// <param name="labels">Ids 1..12 of the facade classes; another id is rendered as background.</param>
    /// <param name="look">Everything that the labels don't tell.</param>
    public static PixelImage Render(LabelMap labels, FacadeLook look)
    {
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(look);
        var house = new House(labels, look);
        var light = Shading.Shade(Survey(labels, house), house);
        Foreground.Draw(light, labels.Width, house);
        Lens.Blur(light, labels.Width, look.Blur * Math.Min(labels.Width, labels.Height) / 512f);
        var photo = Exposure.Develop(light, labels.Width, labels.Height, look, house.Light);
        Sharpening.Apply(photo, look.Sharpening);
        return JpegLoss.Apply(photo, look.JpegQuality);
    }

    /// <summary>Relief and materials of every pixel.</summary>
    internal static SurfaceMap Survey(LabelMap labels, House house)
    {
        var backdrop = new Backdrop(labels, house);
        var surfaces = new SurfaceMap(labels.Width, labels.Height);
        for (var y = 0; y < labels.Height; y++)
        {
            for (var x = 0; x < labels.Width; x++)
            {
                var at = house.Regions.At(x, y);
                surfaces.Put(x, y, at.Of.Of switch
                {
                    FacadeClass.Facade => WallElement.Shade(at, house),
                    FacadeClass.Window => WindowElement.Shade(at, house),
                    FacadeClass.Door => DoorElement.Shade(at, house),
                    FacadeClass.Cornice => HeadElement.Shade(at, house),
                    FacadeClass.Sill => SillElement.Shade(at, house),
                    FacadeClass.Balcony => BalconyElement.Shade(at, house),
                    FacadeClass.Blind => BlindElement.Shade(at, house),
                    FacadeClass.Deco => DecoElement.Shade(at, house),
                    FacadeClass.Molding => MoldingElement.Shade(at, house),
                    FacadeClass.Pillar => PillarElement.Shade(at, house),
                    FacadeClass.Shop => ShopElement.Shade(at, house),
                    _ => backdrop.Shade(at, x),
                });
            }
        }

        return surfaces;
    }
}
