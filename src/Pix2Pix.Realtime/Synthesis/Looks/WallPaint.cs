using System.Numerics;
using Pix2Pix.Realtime.Numerics;

namespace Pix2Pix.Realtime.Synthesis.Looks;

/// <summary>Chooses a house's colours: the wall's from those that streets show for its material, the others to go with it.</summary>
internal static class WallPaint
{
    public static FacadeLook Choose(FacadeLook look, Dice dice)
    {
        var wall = Vary(Wall(look, dice), dice, look.Material is WallMaterial.Brick or WallMaterial.Stone ? 0.025f : 0.05f);
        var pale = new Vector3(dice.Between(0.78f, 0.9f)) * new Vector3(1, 0.985f, 0.94f);
        var trim = dice.Unit() switch
        {
            < 0.5f => Mix(wall, pale, dice.Between(0.15f, 0.5f)),
            < 0.72f => wall * dice.Between(0.78f, 0.95f),
            < 0.86f => new Vector3(0.66f, 0.61f, 0.52f),
            _ => pale,
        };
        var ground = look.GroundMaterial == look.Material && dice.Chance(0.5f) ? wall
            : dice.Chance(0.6f) ? Mix(wall, Grey(dice.Between(0.4f, 0.6f)), dice.Between(0.3f, 0.8f))
            : Vary(dice.Pick<Vector3>(new(0.62f, 0.58f, 0.5f), new(0.5f, 0.48f, 0.45f), new(0.7f, 0.64f, 0.52f), new(0.45f, 0.36f, 0.3f)), dice, 0.04f);
        return look with
        {
            WallColor = wall,
            TrimColor = Vary(trim, dice, 0.02f),
            GroundColor = ground,
            FrameColor = Frame(look, dice),
            DoorColor = Vary(dice.Pick<Vector3>(
                new(0.36f, 0.22f, 0.14f), new(0.42f, 0.26f, 0.15f), new(0.26f, 0.17f, 0.12f), new(0.18f, 0.28f, 0.22f), new(0.2f, 0.22f, 0.27f),
                new(0.5f, 0.48f, 0.44f), new(0.42f, 0.16f, 0.13f)), dice, 0.04f),
            ShutterColor = Vary(dice.Pick<Vector3>(
                new(0.28f, 0.38f, 0.3f), new(0.36f, 0.25f, 0.18f), new(0.45f, 0.47f, 0.46f), new(0.34f, 0.42f, 0.48f), new(0.72f, 0.69f, 0.62f),
                new(0.25f, 0.31f, 0.27f)), dice, 0.04f),
            RoofColor = Vary(dice.Pick<Vector3>(
                new(0.46f, 0.28f, 0.22f), new(0.38f, 0.25f, 0.21f), new(0.27f, 0.27f, 0.29f), new(0.32f, 0.31f, 0.3f), new(0.38f, 0.3f, 0.25f),
                new(0.33f, 0.4f, 0.37f)), dice, 0.04f),
            ShopColor = Vary(dice.Pick<Vector3>(
                new(0.16f, 0.22f, 0.2f), new(0.5f, 0.12f, 0.12f), new(0.14f, 0.17f, 0.3f), new(0.16f, 0.15f, 0.15f), new(0.78f, 0.74f, 0.66f),
                new(0.72f, 0.5f, 0.14f), new(0.2f, 0.36f, 0.24f)), dice, 0.05f),
        };
    }

    private static Vector3 Wall(FacadeLook look, Dice dice) => look.Material switch
    {
        WallMaterial.Brick => dice.Pick<Vector3>(
            new(0.58f, 0.34f, 0.26f), new(0.5f, 0.3f, 0.24f), new(0.64f, 0.42f, 0.31f), new(0.66f, 0.56f, 0.42f), new(0.42f, 0.28f, 0.24f)),
        WallMaterial.Stone => dice.Pick<Vector3>(
            new(0.68f, 0.62f, 0.5f), new(0.62f, 0.58f, 0.52f), new(0.72f, 0.66f, 0.54f), new(0.56f, 0.54f, 0.5f), new(0.66f, 0.54f, 0.4f)),
        WallMaterial.Concrete => Grey(dice.Between(0.5f, 0.74f)) * new Vector3(1.01f, 1, 0.97f),
        WallMaterial.Wood => dice.Pick<Vector3>(
            new(0.5f, 0.36f, 0.24f), new(0.6f, 0.48f, 0.34f), new(0.42f, 0.4f, 0.37f), new(0.72f, 0.7f, 0.64f), new(0.36f, 0.44f, 0.48f)),
        WallMaterial.Metal => dice.Pick<Vector3>(new(0.5f, 0.52f, 0.54f), new(0.3f, 0.32f, 0.34f), new(0.64f, 0.64f, 0.62f), new(0.4f, 0.32f, 0.26f)),
        WallMaterial.Tiles => dice.Pick<Vector3>(new(0.5f, 0.6f, 0.54f), new(0.76f, 0.72f, 0.6f), new(0.4f, 0.5f, 0.6f), new(0.62f, 0.5f, 0.38f)),
        _ when look.Style == HouseStyle.HalfTimbered => dice.Pick<Vector3>(new(0.86f, 0.83f, 0.75f), new(0.84f, 0.76f, 0.6f), new(0.8f, 0.62f, 0.45f)),
        _ => dice.Pick<Vector3>(
            new(0.88f, 0.87f, 0.83f), new(0.87f, 0.85f, 0.79f), new(0.84f, 0.84f, 0.82f), new(0.86f, 0.79f, 0.76f), new(0.74f, 0.78f, 0.8f),
            new(0.82f, 0.74f, 0.58f), new(0.84f, 0.76f, 0.5f), new(0.78f, 0.66f, 0.46f), new(0.86f, 0.82f, 0.72f), new(0.84f, 0.83f, 0.79f),
            new(0.74f, 0.72f, 0.67f), new(0.82f, 0.68f, 0.36f), new(0.78f, 0.6f, 0.46f), new(0.78f, 0.62f, 0.56f), new(0.66f, 0.66f, 0.56f),
            new(0.64f, 0.68f, 0.58f), new(0.62f, 0.66f, 0.7f), new(0.8f, 0.72f, 0.62f), new(0.72f, 0.62f, 0.5f), new(0.68f, 0.42f, 0.32f),
            new(0.86f, 0.8f, 0.62f), new(0.58f, 0.54f, 0.48f), new(0.84f, 0.55f, 0.3f)),
    };

    private static Vector3 Frame(FacadeLook look, Dice dice) => look.Style switch
    {
        HouseStyle.Modern => Vary(dice.Pick<Vector3>(
            new(0.2f, 0.2f, 0.21f), new(0.55f, 0.56f, 0.57f), new(0.85f, 0.85f, 0.84f), new(0.16f, 0.15f, 0.15f)), dice, 0.02f),
        _ => Vary(dice.Pick<Vector3>(
            new(0.92f, 0.92f, 0.9f), new(0.9f, 0.89f, 0.86f), new(0.91f, 0.9f, 0.88f), new(0.86f, 0.83f, 0.76f), new(0.8f, 0.78f, 0.72f),
            new(0.42f, 0.26f, 0.17f), new(0.3f, 0.2f, 0.15f), new(0.26f, 0.34f, 0.29f)), dice, 0.03f),
    };

    private static Vector3 Grey(float value) => new(value);

    private static Vector3 Mix(Vector3 a, Vector3 b, float share) => a + ((b - a) * share);

    private static Vector3 Vary(Vector3 tone, Dice dice, float by)
    {
        var lightness = new Vector3(dice.Between(-by, by));
        var varied = tone + lightness + new Vector3(dice.Between(-by, by) * 0.5f, dice.Between(-by, by) * 0.4f, dice.Between(-by, by) * 0.5f);
        return new Vector3(Math.Clamp(varied.X, 0.04f, 0.95f), Math.Clamp(varied.Y, 0.04f, 0.95f), Math.Clamp(varied.Z, 0.04f, 0.95f));
    }
}
