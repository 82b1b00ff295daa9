namespace Pix2Pix.Realtime.Synthesis.Looks;

/// <summary>The architecture of a house: what its surrounds, ledges, railings and windows look like.</summary>
public enum HouseStyle
{
    /// <summary>Smooth walls, painted bands around the windows, simple ledges.</summary>
    Plain,

    /// <summary>Moulded surrounds, pediments, dentils, quoins, a rusticated ground floor.</summary>
    Classical,

    /// <summary>Curved heads, plant ornament, coloured panels.</summary>
    ArtNouveau,

    /// <summary>Flush windows, large panes, flat bands, glass and plate railings.</summary>
    Modern,

    /// <summary>Timbers with plastered panels between them.</summary>
    HalfTimbered,

    /// <summary>Shop houses: brick or painted, with signs and boards.</summary>
    ShopHouse,
}
