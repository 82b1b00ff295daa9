namespace Pix2Pix.Realtime.Scenes;

/// <summary>
/// A component with a life cycle: <see cref="Awake"/> once when its object joins the scene, <see cref="Start"/> once before its first <see
/// cref="Update"/>, then <see cref="Update"/> and <see cref="LateUpdate"/> once per frame while enabled, and <see cref="OnDestroy"/> once at the end. The
/// scene calls them on its own thread, the main thread.
/// </summary>
public abstract class Behaviour : Component
{
    /// <summary>The key of <see cref="Enabled"/> in scene files; no component has a property of that name.</summary>
    internal const string EnabledKey = "enabled";

    // The calls that the scene makes: others only override them.
    internal static readonly Action<Behaviour, FrameTime> Awakes = static (one, _) => one.Awake();
    internal static readonly Action<Behaviour, FrameTime> Starts = static (one, _) => one.Start();
    internal static readonly Action<Behaviour, FrameTime> Updates = static (one, now) => one.Update(now);
    internal static readonly Action<Behaviour, FrameTime> LateUpdates = static (one, now) => one.LateUpdate(now);
    internal static readonly Action<Behaviour, FrameTime> Ends = static (one, _) => one.OnDestroy();

    private bool _enabled = true;

    /// <summary>A disabled behaviour sleeps: no Start, Update or LateUpdate until it is enabled again.</summary>
    public bool Enabled
    {
        get => _enabled;
        set
        {
            var isNews = _enabled != value && IsStarted;
            _enabled = value;
            if (isNews)
            {
                Scene.Call(this, default, static (one, _) => one.OnSwitched());
            }
        }
    }

    /// <summary>Whether <see cref="Start"/> was called: what is disabled from the beginning has found nobody and made nothing yet.</summary>
    public bool IsStarted { get; internal set; }

    /// <summary>Makes what it owns. Other components exist, but may not be awake yet.</summary>
    protected virtual void Awake() { }

    /// <summary>Finds the others: all of them are awake.</summary>
    protected virtual void Start() { }

    /// <summary>Once a frame. Allocates nothing in steady state.</summary>
    protected virtual void Update(FrameTime time) { }

    /// <summary>It was disabled or enabled after its start: ends and takes up again what continues between the frames.</summary>
    protected virtual void OnSwitched() { }

    /// <summary>Once a frame, when every behaviour has been updated. Allocates nothing in steady state.</summary>
    protected virtual void LateUpdate(FrameTime time) { }

    /// <summary>Gives back what it owns. Called also when it never started.</summary>
    protected virtual void OnDestroy() { }
}
