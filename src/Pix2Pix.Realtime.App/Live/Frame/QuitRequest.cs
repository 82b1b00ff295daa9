namespace Pix2Pix.Realtime.App.Live.Frame;

/// <summary>Whether the scene should end, what comes after it, and whether the user has to be asked first. Main thread, except <see cref="End"/>.</summary>
/// <param name="wake">Wakes the frame loop; any thread.</param>
/// <param name="ask">Called when the question has to be shown or hidden.</param>
internal sealed class QuitRequest(Action wake, Action ask)
{
    /// <summary>Whether the scene should end.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Whether the user is being asked.</summary>
    public bool IsAsked { get; private set; }

    /// <summary>The scene that is opened in the same window after this one; null = the program ends.</summary>
    public SceneVisit? Next { get; private set; }

    /// <summary>Whether the user should be asked before the scene ends; null = never.</summary>
    public Func<bool>? Guard { get; set; }

    /// <summary>Ends the program, or asks first where something would be interrupted.</summary>
    public void Quit() => Leave(null);

    /// <summary>Opens another scene in this window, or asks first where something would be interrupted.</summary>
    /// <param name="scene">A scene file.</param>
    public void Open(string scene) => Leave(new SceneVisit(scene));

    /// <inheritdoc cref="Open(string)"/>
    public void Open(SceneVisit scene) => Leave(scene);

    /// <summary>The user's answer.</summary>
    public void Answer(bool really) => (IsAsked, IsOver) = (false, really);

    /// <summary>Any thread: ends the program without asking, as a signal wants it.</summary>
    public void End()
    {
        Next = null;
        IsOver = true;
        wake();
    }

    private void Leave(SceneVisit? next)
    {
        Next = next;
        IsAsked = Guard?.Invoke() == true;
        IsOver = !IsAsked;
        ask();
    }
}
