using System.Numerics;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Numerics;

namespace Pix2Pix.Realtime.Synthesis.Plans;

/// <summary>Draws labels as people do in their first minutes: an empty canvas, one element, crude boxes, brush strokes, half a house.</summary>
internal static class BeginnerSketch
{
    public static void Draw(LabelSketch sketch, Dice dice)
    {
        var kind = dice.Unit();
        if (kind > 0.72f)
        {
            DrawUnfinished(sketch, dice);
            return;
        }

        if (kind < 0.03f)
        {
            return;
        }

        DrawGround(sketch, dice);
        sketch.PaintsOver = true;
        if (kind < 0.2f)
        {
            DrawBoxes(sketch, dice, dice.Whole(1, 2), 0.1f, 0.7f);
        }
        else if (kind < 0.45f)
        {
            DrawBoxes(sketch, dice, dice.Whole(3, 12), 0.04f, 0.3f);
        }
        else
        {
            DrawStrokes(sketch, dice);
        }
    }

    /// <summary>Nothing, wall from side to side, or a box of wall.</summary>
    private static void DrawGround(LabelSketch sketch, Dice dice)
    {
        var (w, h) = (sketch.Width, sketch.Height);
        switch (dice.Whole(0, 2))
        {
            case 1:
                sketch.Rectangle(FacadeClass.Facade, 0, 0, w, h);
                break;
            case 2:
                sketch.Rectangle(
                    FacadeClass.Facade, w * dice.Between(0, 0.3f), h * dice.Between(0, 0.4f), w * dice.Between(0.7f, 1), h * dice.Between(0.8f, 1));
                break;
            default:
                break;
        }
    }

    private static void DrawBoxes(LabelSketch sketch, Dice dice, int count, float smallest, float largest)
    {
        for (var i = 0; i < count; i++)
        {
            var (w, h) = (sketch.Width * dice.Between(smallest, largest), sketch.Height * dice.Between(smallest, largest));
            var (x, y) = (dice.Between(-0.2f, 0.9f) * sketch.Width, dice.Between(-0.2f, 0.9f) * sketch.Height);
            var of = FacadeClasses.Any(dice);
            if (dice.Chance(0.15f))
            {
                sketch.Ellipse(of, new Vector2(x, y) + (new Vector2(w, h) / 2), new Vector2(w, h) / 2);
            }
            else if (dice.Chance(0.08f))
            {
                sketch.Polygon(of, [new(x, y + h), new(x + (w / 2), y), new(x + w, y + h)]);
            }
            else
            {
                sketch.Rectangle(of, x, y, x + w, y + h);
            }
        }
    }

    private static void DrawStrokes(LabelSketch sketch, Dice dice)
    {
        var strokes = dice.Whole(1, 9);
        for (var i = 0; i < strokes; i++)
        {
            var (of, size, round) = (FacadeClasses.Any(dice), sketch.Unit * dice.Between(4, 40), dice.Chance(0.5f));
            var from = Anywhere(sketch, dice);
            var corners = dice.Whole(0, 3);
            sketch.Stroke(of, from, from, size, round);
            for (var corner = 0; corner < corners; corner++)
            {
                var to = from + ((Anywhere(sketch, dice) - from) * dice.Between(0.2f, 0.7f));
                sketch.Stroke(of, from, to, size, round);
                from = to;
            }
        }
    }

    /// <summary>A house of which a part was not painted yet.</summary>
    private static void DrawUnfinished(LabelSketch sketch, Dice dice)
    {
        FacadeGrammar.Draw(sketch, dice);
        sketch.PaintsOver = true;
        var (w, h) = (sketch.Width, sketch.Height);
        var missing = dice.Chance(0.5f) ? FacadeClass.Background : FacadeClass.Facade;
        var cut = dice.Between(0.25f, 0.75f);
        switch (dice.Whole(0, 2))
        {
            case 0:
                sketch.Rectangle(missing, w * cut, 0, w, h);
                break;
            case 1:
                sketch.Rectangle(missing, 0, 0, w * cut, h);
                break;
            default:
                sketch.Rectangle(missing, 0, h * cut, w, h);
                break;
        }
    }

    private static Vector2 Anywhere(LabelSketch sketch, Dice dice) => new(sketch.Width * dice.Unit(), sketch.Height * dice.Unit());
}
