namespace Pix2Pix.Realtime.Labels;

/// <summary>The facade classes by their ids in a label map (those of CMP and pix2pix).</summary>
internal enum FacadeClass : byte
{
    Background = 1,
    Facade = 2,
    Window = 3,
    Door = 4,
    Cornice = 5,
    Sill = 6,
    Balcony = 7,
    Blind = 8,
    Deco = 9,
    Molding = 10,
    Pillar = 11,
    Shop = 12,
}
