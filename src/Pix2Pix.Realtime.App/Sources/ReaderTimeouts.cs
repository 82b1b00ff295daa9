namespace Pix2Pix.Realtime.App.Sources;

/// <summary>How long a reader waits for what.</summary>
internal sealed record ReaderTimeouts
{
    /// <summary>For the first picture: a camera needs a second or two, a distant stream longer.</summary>
    public TimeSpan Opening { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>For the next picture, before the child is given up.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(6);

    /// <summary>Between two tries.</summary>
    public TimeSpan BeforeReopening { get; init; } = TimeSpan.FromSeconds(2);
}
