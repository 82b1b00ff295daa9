namespace Pix2Pix.Realtime.App.Live.Frame;

/// <summary>The dialogs that every scene's window has.</summary>
internal enum WindowDialog
{
    None,

    /// <summary>The list of keys.</summary>
    Keys,

    /// <summary>The scenes as pictures.</summary>
    Scenes,
    Settings,
}
