namespace Pix2Pix.Realtime.App.Sources;

/// <summary>The processing of a source's frames before translation.</summary>
internal enum SourceLook
{
    /// <summary>Nothing: for generators that read photographs.</summary>
    AsItIs,

    /// <summary>Black edges on white paper: for generators that read edges.</summary>
    Edges,

    /// <summary>Every pixel in the nearest class's colour: for generators that read label maps, and label maps held before a camera.</summary>
    Palette,
}
