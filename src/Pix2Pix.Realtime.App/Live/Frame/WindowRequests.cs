namespace Pix2Pix.Realtime.App.Live.Frame;

/// <summary>What one part of the window asks of another, which takes it in its turn. Main thread.</summary>
internal sealed class WindowRequests
{
    /// <summary>The dialog of the window itself that is open.</summary>
    public WindowDialog Dialog { get; set; }

    /// <summary>The page that the right panel should show; null = nothing is asked.</summary>
    public string? Page { get; set; }

    /// <summary>The folder that the Train page should look at; null = nothing is asked.</summary>
    public string? Dataset { get; set; }
}
