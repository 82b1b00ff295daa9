using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Numerics;

namespace Pix2Pix.Realtime.Synthesis.Plans;

/// <summary>Draws one bay of an upper storey: a window and what surrounds it.</summary>
internal static class UpperBay
{
    public static void Draw(HouseDrawing house, FacadePlan plan, StoreyDesign design, int storey, int bay, Dice dice)
    {
        var (top, bottom, left, width) = (plan.StoreyTop(storey), plan.StoreyTop(storey + 1), plan.BayLeft(bay), plan.BayWidth);
        var height = bottom - top;
        var half = width * design.WindowWidth / 2;
        var window = new Opening(left + (width / 2) - half, top + (height * design.WindowTop), left + (width / 2) + half, top + (height * design.WindowBottom));
        var balcony = design.Balconies > 0 && (bay + storey) % design.Balconies == 0;
        DrawWindow(house, design, window);
        DrawBlinds(house, design, window, width, dice);
        if (balcony)
        {
            DrawBalcony(house, window, width, height);
        }
        else if (design.Sill > 0)
        {
            house.Draw(FacadeClass.Sill, window.Left - (width * 0.04f), window.Bottom, window.Right + (width * 0.04f), window.Bottom + (height * design.Sill));
        }

        if (design.Head > 0)
        {
            house.Draw(FacadeClass.Cornice, window.Left - (width * 0.06f), window.Top - (height * design.Head), window.Right + (width * 0.06f), window.Top);
        }

        if (design.Pillars)
        {
            var pillar = width * 0.12f;
            house.Draw(FacadeClass.Pillar, left - (pillar / 2), top, left + (pillar / 2), bottom - (height * design.Course));
        }

        if (design.Deco && !balcony)
        {
            DrawDeco(house, design, window, left, top, width, height);
        }
    }

    private static void DrawWindow(HouseDrawing house, StoreyDesign design, Opening window)
    {
        if (design.Arched)
        {
            house.DrawArched(FacadeClass.Window, window);
            return;
        }

        if (!design.Paired)
        {
            house.Draw(FacadeClass.Window, window);
            return;
        }

        var post = window.Width * 0.08f;
        house.Draw(FacadeClass.Window, window with { Right = window.Middle - post });
        house.Draw(FacadeClass.Window, window with { Left = window.Middle + post });
    }

    /// <summary>Shutters stand beside the window; a half drawn blind hides its upper part, so the window is what it leaves free.</summary>
    private static void DrawBlinds(HouseDrawing house, StoreyDesign design, Opening window, float bayWidth, Dice dice)
    {
        if (design.Shutters)
        {
            var shutter = MathF.Min(window.Width * 0.5f, (bayWidth - window.Width) * 0.48f);
            house.Draw(FacadeClass.Blind, window with { Left = window.Left - shutter, Right = window.Left });
            house.Draw(FacadeClass.Blind, window with { Left = window.Right, Right = window.Right + shutter });
        }
        else if (design.HalfBlinds && dice.Chance(0.6f))
        {
            house.Cover(FacadeClass.Blind, window with { Bottom = window.Top + (window.Height * dice.Between(0.25f, 1)) });
        }
    }

    private static void DrawBalcony(HouseDrawing house, Opening window, float width, float height)
    {
        var (rail, slab) = (window.Bottom - (height * 0.26f), window.Bottom + (height * 0.07f));
        house.Cover(FacadeClass.Balcony, new Opening(window.Left - (width * 0.14f), rail, window.Right + (width * 0.14f), slab));
    }

    private static void DrawDeco(HouseDrawing house, StoreyDesign design, Opening window, float left, float top, float width, float height)
    {
        if (design.WindowTop > 0.22f && design.Head == 0)
        {
            house.Draw(FacadeClass.Deco, window with { Top = top + (height * 0.03f), Bottom = window.Top - (height * 0.03f) });
        }
        else if (width - window.Width > width * 0.45f && !design.Shutters)
        {
            var (middle, half) = (left, (width - window.Width) * 0.3f);
            house.Draw(FacadeClass.Deco, middle - half, window.Top + (height * 0.1f), middle + half, window.Top + (height * 0.1f) + (half * 2.2f));
        }
    }
}
