namespace Pix2Pix.Realtime.App.Sources;

/// <summary>What is made of a source's pictures before they are translated.</summary>
internal enum SourceLook
{
    /// <summary>Nothing: for generators that read photographs.</summary>
    AsItIs,

    /// <summary>Black edges on white paper: for generators that read edges.</summary>
    Edges,

    /// <summary>Every pixel in the nearest class's colour: for generators that read label maps, and label maps held before a camera.</summary>
    Palette,
}
