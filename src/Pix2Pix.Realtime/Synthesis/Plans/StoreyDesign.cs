using Pix2Pix.Realtime.Numerics;

namespace Pix2Pix.Realtime.Synthesis.Plans;

/// <summary>The common properties of a storey's bays.</summary>
internal sealed class StoreyDesign
{
    public StoreyDesign(Dice dice)
    {
        WindowWidth = dice.Between(0.32f, 0.62f);
        WindowTop = dice.Between(0.16f, 0.3f);
        WindowBottom = dice.Between(0.74f, 0.9f);
        Paired = WindowWidth > 0.5f && dice.Chance(0.2f);
        Arched = !Paired && dice.Chance(0.15f);
        Sill = dice.Chance(0.75f) ? dice.Between(0.05f, dice.Chance(0.3f) ? 0.18f : 0.08f) : 0;
        Head = !Arched && dice.Chance(0.55f) ? dice.Between(0.06f, 0.15f) : 0;
        Shutters = !Arched && dice.Chance(0.2f);
        HalfBlinds = !Shutters && !Arched && dice.Chance(0.2f);
        Balconies = dice.Chance(0.38f) ? dice.Pick(1, 2, 3) : 0;
        Deco = dice.Chance(0.3f);
        Pillars = dice.Chance(0.18f);
        Course = dice.Chance(0.5f) ? dice.Between(0.04f, 0.12f) : 0;
    }

    /// <summary>As a share of the bay.</summary>
    public float WindowWidth { get; }

    /// <summary>As a share of the storey, from its top; so are all that follow.</summary>
    public float WindowTop { get; }

    public float WindowBottom { get; }

    public bool Paired { get; }

    public bool Arched { get; }

    public float Sill { get; }

    public float Head { get; }

    public bool Shutters { get; }

    public bool HalfBlinds { get; }

    /// <summary>Every how many bays; 0 = none.</summary>
    public int Balconies { get; }

    public bool Deco { get; }

    public bool Pillars { get; }

    /// <summary>The moulding along the storey's floor; 0 = none.</summary>
    public float Course { get; }
}
