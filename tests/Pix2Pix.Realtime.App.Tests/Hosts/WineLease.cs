using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.App.Tests.Hosts;

/// <summary>Makes the machine when it is first asked for, so that a skipped test costs nothing, and ends it after the last test.</summary>
public sealed class WineLease : IDisposable
{
    private readonly Lazy<WineMachine> _machine = new(static () => new WineMachine());

    public WineMachine Machine
    {
        get
        {
            HostTests.Require("wine");
            return _machine.Value;
        }
    }

    /// <summary>Ends what a test left running: Wine's desktop belongs to the display that the first program had, or to none.</summary>
    public void EndSession()
    {
        if (_machine.IsValueCreated)
        {
            _machine.Value.EndSession();
        }
    }

    public void Dispose()
    {
        if (_machine.IsValueCreated)
        {
            _machine.Value.Dispose();
        }
    }
}
