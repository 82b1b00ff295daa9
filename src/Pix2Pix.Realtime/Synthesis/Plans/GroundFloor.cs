using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Numerics;

namespace Pix2Pix.Realtime.Synthesis.Plans;

/// <summary>Draws the storey at the street: an entrance, and shops or windows beside it.</summary>
internal static class GroundFloor
{
    public static void Draw(HouseDrawing house, FacadePlan plan, Dice dice)
    {
        var (top, bottom) = (plan.StoreyTop(plan.Storeys - 1), plan.Bottom);
        var height = bottom - top;
        var entrance = dice.Whole(0, plan.Bays - 1);
        var shops = dice.Chance(0.55f) ? dice.Between(0.5f, 1) : 0;
        var lintel = dice.Between(0.12f, 0.24f);
        var (windowWidth, sill, head) = (dice.Between(0.4f, 0.6f), dice.Chance(0.6f), dice.Chance(0.4f));
        for (var bay = 0; bay < plan.Bays; bay++)
        {
            var (left, width) = (plan.BayLeft(bay), plan.BayWidth);
            if (bay == entrance)
            {
                DrawEntrance(house, left, width, top, bottom, lintel, dice);
            }
            else if (dice.Chance(shops))
            {
                var inset = width * 0.05f;
                var wide = bay + 1 < plan.Bays && bay + 1 != entrance && dice.Chance(0.3f);
                house.Draw(FacadeClass.Shop, left + inset, top + (height * lintel), left + (wide ? width * 2 : width) - inset, bottom);
                bay += wide ? 1 : 0;
            }
            else
            {
                var half = width * windowWidth / 2;
                var window = new Opening(left + (width / 2) - half, top + (height * (lintel + 0.06f)), left + (width / 2) + half, bottom - (height * 0.22f));
                DrawWindow(house, window, height, sill, head);
            }
        }

        if (shops == 0 && dice.Chance(0.4f))
        {
            house.Draw(FacadeClass.Molding, plan.Left, bottom - (height * dice.Between(0.08f, 0.14f)), plan.Right, bottom);
        }
    }

    private static void DrawEntrance(HouseDrawing house, float left, float width, float top, float bottom, float lintel, Dice dice)
    {
        var height = bottom - top;
        var half = MathF.Min(width * dice.Between(0.28f, 0.42f), height * 0.32f);
        var door = new Opening(left + (width / 2) - half, top + (height * lintel), left + (width / 2) + half, bottom);
        house.Cover(FacadeClass.Door, door);
        if (dice.Chance(0.5f))
        {
            house.Draw(FacadeClass.Cornice, door.Left - (half * 0.3f), door.Top - (height * 0.09f), door.Right + (half * 0.3f), door.Top);
        }
        else if (dice.Chance(0.35f))
        {
            house.Draw(FacadeClass.Deco, door.Left, door.Top - (height * (lintel - 0.02f)), door.Right, door.Top);
        }

        if (dice.Chance(0.3f))
        {
            var pillar = half * 0.34f;
            house.Draw(FacadeClass.Pillar, door.Left - pillar, door.Top, door.Left, bottom);
            house.Draw(FacadeClass.Pillar, door.Right, door.Top, door.Right + pillar, bottom);
        }
    }

    private static void DrawWindow(HouseDrawing house, Opening window, float storey, bool sill, bool head)
    {
        house.Draw(FacadeClass.Window, window);
        if (sill)
        {
            house.Draw(FacadeClass.Sill, window.Left - (storey * 0.03f), window.Bottom, window.Right + (storey * 0.03f), window.Bottom + (storey * 0.06f));
        }

        if (head)
        {
            house.Draw(FacadeClass.Cornice, window.Left - (storey * 0.04f), window.Top - (storey * 0.08f), window.Right + (storey * 0.04f), window.Top);
        }
    }
}
