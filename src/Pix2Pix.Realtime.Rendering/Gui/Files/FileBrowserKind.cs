namespace Pix2Pix.Realtime.Rendering.Gui.Files;

/// <summary>The purpose of a file browser.</summary>
internal enum FileBrowserKind
{
    OpenFile,
    OpenFolder,
    SaveFile,
}
