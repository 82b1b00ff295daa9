using Pix2Pix.Realtime.Numerics;

namespace Pix2Pix.Realtime.Synthesis.Plans;

/// <summary>The measures of one house, pixels: its outline, its storeys and its bays.</summary>
internal sealed class FacadePlan
{
    private readonly float _storeyHeight;

    public FacadePlan(LabelSketch sketch, Dice dice)
    {
        var (w, h) = (sketch.Width, sketch.Height);
        Left = dice.Chance(0.4f) ? 0 : w * dice.Between(0.02f, 0.2f);
        Right = dice.Chance(0.4f) ? w : w * dice.Between(0.8f, 0.98f);
        Bottom = dice.Chance(0.3f) ? h : h * dice.Between(0.9f, 0.97f);
        Top = h * dice.Between(0.02f, dice.Chance(0.3f) ? 0.4f : 0.2f);
        Storeys = dice.Whole(2, Math.Max(2, (int)((Bottom - Top) / (h * 0.16f))));
        Roof = dice.Chance(0.85f) ? h * dice.Between(0.025f, 0.09f) : 0;
        var groundShare = dice.Between(1, 1.35f);
        _storeyHeight = (Bottom - Top - Roof) / (Storeys - 1 + groundShare);
        var bay = Math.Clamp(_storeyHeight * dice.Between(0.6f, 1.2f), w * 0.09f, w * 0.3f);
        Bays = Math.Max(2, (int)((Right - Left) / bay));
        Margin = (Right - Left) * dice.Between(0.01f, 0.06f);
    }

    public float Left { get; }

    public float Right { get; }

    public float Top { get; }

    public float Bottom { get; }

    /// <summary>The height of the roof's cornice; 0 = none.</summary>
    public float Roof { get; }

    /// <summary>Ground floor included.</summary>
    public int Storeys { get; }

    public int Bays { get; }

    /// <summary>Plain wall on either side of the bays.</summary>
    public float Margin { get; }

    public float BayWidth => (Right - Left - (2 * Margin)) / Bays;

    public float BayLeft(int bay) => Left + Margin + (bay * BayWidth);

    /// <summary>The top of a storey, counted from the top of the house; that of the ground floor is <c>Storeys - 1</c>.</summary>
    public float StoreyTop(int storey) => storey == Storeys ? Bottom : Top + Roof + (storey * _storeyHeight);
}
