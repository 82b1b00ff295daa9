namespace Pix2Pix.Realtime.Rendering.Gui.Controls;

/// <summary>Ends a dialog.</summary>
internal readonly ref struct DialogScope
{
    private readonly Ui _ui;

    internal DialogScope(Ui ui, bool isDismissed) => (_ui, IsDismissed) = (ui, isDismissed);

    /// <summary>Whether Escape was pressed: the dialog closes now, whatever has the keyboard in it, and nothing else of this frame counts.</summary>
    public bool IsDismissed { get; }

    public void Dispose()
    {
        _ui.End(UiScopeKind.Region);
        _ui.End(UiScopeKind.Id);
    }
}
