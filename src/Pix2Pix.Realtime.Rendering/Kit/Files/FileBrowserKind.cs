namespace Pix2Pix.Realtime.Rendering.Kit.Files;

/// <summary>What a file browser is for.</summary>
public enum FileBrowserKind
{
    OpenFile,
    OpenFolder,
    SaveFile,
}
