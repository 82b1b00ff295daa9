namespace Pix2Pix.Realtime.Scenes;

/// <summary>
/// A component with a life: <see cref="Awake"/> once when its object joins the scene, <see cref="Start"/> once before its first
/// <see cref="Update"/>, then <see cref="Update"/> and <see cref="LateUpdate"/> once a frame while enabled, and <see cref="OnDestroy"/>
/// once at the end. The scene calls them on its own thread, the main thread.
/// </summary>
public abstract class Behaviour : Component
{
    /// <summary>The key of <see cref="Enabled"/> in scene files; no component has a property of that name.</summary>
    internal const string EnabledKey = "enabled";

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
    protected internal virtual void Awake() { }

    /// <summary>Finds the others: all of them are awake.</summary>
    protected internal virtual void Start() { }

    /// <summary>Once a frame. Allocates nothing in steady state.</summary>
    protected internal virtual void Update(FrameTime time) { }

    /// <summary>It was disabled or enabled after its start: ends and takes up again what continues between the frames.</summary>
    protected internal virtual void OnSwitched() { }

    /// <summary>Once a frame, when every behaviour has been updated. Allocates nothing in steady state.</summary>
    protected internal virtual void LateUpdate(FrameTime time) { }

    /// <summary>Gives back what it owns. Called also when it never started.</summary>
    protected internal virtual void OnDestroy() { }
}
