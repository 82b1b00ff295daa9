namespace Pix2Pix.Realtime.Rendering.Gui.Controls;

/// <summary>Ends a dialog.</summary>
public readonly ref struct DialogScope
{
    private readonly Ui _ui;

    internal DialogScope(Ui ui) => _ui = ui;

    public void Dispose()
    {
        _ui.End(UiScopeKind.Region);
        _ui.End(UiScopeKind.Id);
    }
}
