namespace Pix2Pix.Realtime.Rendering.Gui.Files;

/// <summary>What a file browser is for.</summary>
public enum FileBrowserKind
{
    OpenFile,
    OpenFolder,
    SaveFile,
}
