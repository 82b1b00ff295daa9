using System.Numerics;
using Pix2Pix.Realtime.Synthesis.Looks;
using Pix2Pix.Realtime.Synthesis.Relief;

namespace Pix2Pix.Realtime.Synthesis.Materials;

/// <summary>The material of the wall at a place: the ground floor's differs from the one above.</summary>
internal static class WallTexture
{
    public static Texture At(in Fragment at, House house)
    {
        var isGround = at.Y > house.Storeys.GroundTop;
        var look = house.Look;
        var (material, color) = isGround ? (look.GroundMaterial, house.Ground) : (look.Material, house.Wall);
        var isGrand = look.Style is HouseStyle.Classical or HouseStyle.ArtNouveau;
        if (isGround && isGrand && material is WallMaterial.Stucco or WallMaterial.Stone && house.Chance(20) < 0.7f)
        {
            return Masonry.Stone(color, at.X, at.Y, at.Pixel, house.Salt, 8, 1.1f);
        }

        return Of(material, color, at, house);
    }

    private static Texture Of(WallMaterial material, Vector3 color, in Fragment at, House house) => material switch
    {
        WallMaterial.Brick => Masonry.Brick(color, at.X, at.Y, at.Pixel, house.Salt),
        WallMaterial.Stone => Masonry.Stone(color, at.X, at.Y, at.Pixel, house.Salt, 8, 0.4f),
        WallMaterial.Tiles => Masonry.Tiles(color, at.X, at.Y, at.Pixel, house.Salt),
        WallMaterial.Concrete => Coating.Concrete(color, at.X, at.Y, at.Pixel, house.Salt),
        WallMaterial.Plaster => Coating.Plaster(color, at.X, at.Y, house.Salt),
        WallMaterial.Metal => Cladding.Metal(color, at.X, at.Y, at.Pixel, house.Salt),
        WallMaterial.Wood => house.Chance(21) < 0.5f
            ? Cladding.Wood(color, at.X, at.Y, 3.6f, at.Pixel, house.Salt)
            : Cladding.Wood(color, at.Y, at.X, 4.2f, at.Pixel, house.Salt),
        _ => Coating.Stucco(color, at.X, at.Y, at.Pixel, house.Salt, house.Look.Style == HouseStyle.Classical && house.Chance(22) < 0.35f),
    };
}
