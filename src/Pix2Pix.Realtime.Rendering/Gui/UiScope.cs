namespace Pix2Pix.Realtime.Rendering.Gui;

/// <summary>Ends at the closing brace of a <c>using</c> what its maker began. It allocates nothing.</summary>
internal readonly ref struct UiScope
{
    private readonly Ui _ui;
    private readonly UiScopeKind _kind;

    internal UiScope(Ui ui, UiScopeKind kind) => (_ui, _kind) = (ui, kind);

    public void Dispose() => _ui.End(_kind);
}

/// <summary>The kind of a <see cref="UiScope"/>.</summary>
internal enum UiScopeKind
{
    Box,
    Id,
    Region,
}
