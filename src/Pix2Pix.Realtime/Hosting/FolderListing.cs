namespace Pix2Pix.Realtime.Hosting;

/// <summary>The content of a folder on the host's machine.</summary>
/// <param name="Folder">Its whole path.</param>
/// <param name="Folders">Names of its folders, sorted; hidden ones are left out.</param>
/// <param name="Files">Names of its files, sorted; hidden ones are left out.</param>
internal sealed record FolderListing(string Folder, IReadOnlyList<string> Folders, IReadOnlyList<string> Files);
