using Pix2Pix.Realtime.Rendering.Gui;

namespace Pix2Pix.Realtime.App.Shortcuts;

/// <summary>One part of the list of keys.</summary>
/// <param name="Name">As the file calls it.</param>
/// <param name="Rows">What each key does.</param>
internal sealed record KeySection(string Name, IReadOnlyList<(string Words, Shortcut Key)> Rows);
