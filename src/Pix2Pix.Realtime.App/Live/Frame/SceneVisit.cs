using Pix2Pix.Realtime.App.Scenes;

namespace Pix2Pix.Realtime.App.Live.Frame;

/// <summary>A scene to show in the window, and what comes with it from the scene before.</summary>
/// <param name="Path">The scene's file.</param>
internal sealed record SceneVisit(string Path)
{
    /// <summary>The scene's text in the place of its file's, as it was left or changed; null = the file's.</summary>
    public string? Text { get; init; }

    /// <summary>What was changed in it on the Scene tab.</summary>
    public EditHistory? Edits { get; init; }

    /// <summary>What is selected on the Scene tab; null = nothing, or the tab is not shown.</summary>
    public SceneChange? Edited { get; init; }

    /// <summary>Where the Scene tab saves it; null = to its file.</summary>
    public string? SavedTo { get; init; }

    /// <summary>The scene to go back to; null = there is none.</summary>
    public SceneVisit? Back { get; init; }

    /// <summary>The painting that this window had last.</summary>
    public KeptPainting? Painting { get; init; }

    /// <summary>Whether a walk begins in front of that painting.</summary>
    public bool FacesPainting { get; init; }

    /// <summary>The style that the painting was translated with; empty = its generator knows none.</summary>
    public IReadOnlyList<float> Style { get; init; } = [];
}
