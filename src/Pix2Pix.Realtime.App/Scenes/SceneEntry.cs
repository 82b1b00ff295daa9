namespace Pix2Pix.Realtime.App.Scenes;

/// <summary>A scene that can be opened.</summary>
/// <param name="Path">Its file.</param>
/// <param name="Name">For a person.</param>
/// <param name="Words">What its file says about itself.</param>
/// <param name="Picture">A picture of it; null = there is none.</param>
internal sealed record SceneEntry(string Path, string Name, string Words, string? Picture);
