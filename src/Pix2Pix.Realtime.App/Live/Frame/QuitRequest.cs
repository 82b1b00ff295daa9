namespace Pix2Pix.Realtime.App.Live.Frame;

/// <summary>Whether the program should end, and whether the user has to be asked first. Main thread, except <see cref="End"/>.</summary>
/// <param name="wake">Wakes the frame loop; any thread.</param>
/// <param name="ask">Called when the question has to be shown or hidden.</param>
internal sealed class QuitRequest(Action wake, Action ask)
{
    /// <summary>Whether the program should end.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Whether the user is being asked.</summary>
    public bool IsAsked { get; private set; }

    /// <summary>Whether the user should be asked before the program ends; null = never.</summary>
    public Func<bool>? Guard { get; set; }

    /// <summary>Ends the program, or asks first where something would be interrupted.</summary>
    public void Quit()
    {
        IsAsked = Guard?.Invoke() == true;
        IsOver = !IsAsked;
        ask();
    }

    /// <summary>The user's answer.</summary>
    public void Answer(bool really) => (IsAsked, IsOver) = (false, really);

    /// <summary>Any thread: ends the program without asking, as a signal wants it.</summary>
    public void End()
    {
        IsOver = true;
        wake();
    }
}
