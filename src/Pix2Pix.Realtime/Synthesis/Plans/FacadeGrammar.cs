using System.Numerics;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Numerics;

namespace Pix2Pix.Realtime.Synthesis.Plans;

/// <summary>Draws the labels of a whole house: outline, then storeys from the top, each bay by bay, then the ground floor.</summary>
internal static class FacadeGrammar
{
    public static void Draw(LabelSketch sketch, Dice dice)
    {
        var plan = new FacadePlan(sketch, dice);
        var skew = dice.Chance(0.6f) ? 0 : dice.Between(-0.04f, 0.04f);
        var house = new HouseDrawing(sketch, new Perspective(new Vector2(sketch.Width / 2f, plan.Bottom), skew / sketch.Width));
        house.Draw(FacadeClass.Facade, plan.Left, plan.Top, plan.Right, plan.Bottom);
        house.Draw(FacadeClass.Molding, plan.Left, plan.Top, plan.Right, plan.Top + plan.Roof);
        if (plan.Top > sketch.Height * 0.12f && dice.Chance(0.35f))
        {
            DrawGable(house, plan, dice);
        }

        DrawUpperStoreys(house, plan, dice);
        GroundFloor.Draw(house, plan, dice);
        if (dice.Chance(0.2f))
        {
            DrawCorners(house, plan);
        }
    }

    /// <summary>Storeys often repeat the one above: houses are rows of like windows with one row that differs.</summary>
    private static void DrawUpperStoreys(HouseDrawing house, FacadePlan plan, Dice dice)
    {
        var design = new StoreyDesign(dice);
        for (var storey = 0; storey < plan.Storeys - 1; storey++)
        {
            design = storey > 0 && dice.Chance(0.45f) ? new StoreyDesign(dice) : design;
            for (var bay = 0; bay < plan.Bays; bay++)
            {
                UpperBay.Draw(house, plan, design, storey, bay, dice);
            }

            var floor = plan.StoreyTop(storey + 1);
            var course = design.Course * (floor - plan.StoreyTop(storey));
            house.Draw(FacadeClass.Molding, plan.Left, floor - course, plan.Right, floor);
        }
    }

    /// <summary>A triangle of wall over the roof's cornice, as wide as the house or only its middle.</summary>
    private static void DrawGable(HouseDrawing house, FacadePlan plan, Dice dice)
    {
        var (middle, half) = ((plan.Left + plan.Right) / 2, (plan.Right - plan.Left) * dice.Between(0.2f, 0.5f));
        var rise = plan.Top * dice.Between(0.5f, 0.85f);
        house.Outline(FacadeClass.Facade, [new(middle - half, plan.Top), new(middle, plan.Top - rise), new(middle + half, plan.Top)]);
        if (dice.Chance(0.7f))
        {
            var size = rise * dice.Between(0.18f, 0.28f);
            house.Draw(dice.Pick(FacadeClass.Deco, FacadeClass.Window), middle - size, plan.Top - (size * 2.2f), middle + size, plan.Top - (size * 0.3f));
        }
    }

    private static void DrawCorners(HouseDrawing house, FacadePlan plan)
    {
        var width = MathF.Max(plan.Margin, (plan.Right - plan.Left) * 0.03f);
        var top = plan.Top + plan.Roof;
        house.Draw(FacadeClass.Pillar, plan.Left, top, plan.Left + width, plan.Bottom);
        house.Draw(FacadeClass.Pillar, plan.Right - width, top, plan.Right, plan.Bottom);
    }
}
