namespace Pix2Pix.Realtime.App.Sources;

/// <summary>How a source is.</summary>
internal enum SourceState
{
    /// <summary>No picture has come yet.</summary>
    Opening,

    Playing,

    /// <summary>It is open, but no new picture comes.</summary>
    Lost,

    /// <summary>It went away, and is tried again.</summary>
    Reconnecting,

    /// <summary>It came to its end.</summary>
    Ended,

    /// <summary>It can't be read, and is not tried again.</summary>
    Failed,
}

/// <summary>How a source is, and that in words.</summary>
/// <param name="State">For programs.</param>
/// <param name="Words">For people: a sentence, or a part of one that begins with a small letter.</param>
internal sealed record SourceStatus(SourceState State, string Words)
{
    /// <summary>The words without reasons and remedies, for a place that always shows how it is.</summary>
    public string Brief { get; } = Words.IndexOfAny(['(', ';']) is > 0 and var end ? Words[..end].TrimEnd() : Words;

    /// <summary>Whether there is something wrong that a user should hear of.</summary>
    public bool IsTrouble => State is SourceState.Lost or SourceState.Reconnecting or SourceState.Failed;

    /// <summary>Whether no more pictures will come.</summary>
    public bool IsOver => State is SourceState.Ended or SourceState.Failed;
}
