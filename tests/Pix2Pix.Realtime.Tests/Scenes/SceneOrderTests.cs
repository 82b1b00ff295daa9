using Pix2Pix.Realtime.Scenes;

namespace Pix2Pix.Realtime.Tests.Scenes;

public sealed class SceneOrderTests
{
    private readonly List<string> _calls = [];

    [Fact]
    public void All_wake_then_all_start_then_all_update_then_all_late_update_and_the_end_runs_backwards()
    {
        using (var scene = new Scene("order"))
        {
            scene.Add(new GameObject("one", New("a"), New("b")), new GameObject("two", New("c")));
            Assert.Equal("a.Awake b.Awake c.Awake", Calls());
            Frame(scene, new FrameTime(0, 0, 0));
            Assert.Equal("a.Start b.Start c.Start a.Update b.Update c.Update a.LateUpdate b.LateUpdate c.LateUpdate", Calls());
            Frame(scene, new FrameTime(1, 0, 0));
            Assert.Equal("a.Update b.Update c.Update a.LateUpdate b.LateUpdate c.LateUpdate", Calls());
        }

        Assert.Equal("c.OnDestroy b.OnDestroy a.OnDestroy", Calls());
    }

    [Fact]
    public void A_disabled_behaviour_sleeps_and_starts_when_it_is_enabled()
    {
        using var scene = new Scene("sleep");
        var sleeper = New("s");
        sleeper.Enabled = false;
        scene.Add(new GameObject("one", sleeper));
        Frame(scene, default);
        Assert.Equal("s.Awake", Calls());
        sleeper.Enabled = true;
        Frame(scene, default);
        Assert.Equal("s.Start s.Update s.LateUpdate", Calls());
    }

    [Fact]
    public void What_joins_in_a_frame_wakes_at_once_and_starts_in_the_next()
    {
        using var scene = new Scene("join");
        var host = New("h");
        host.OnUpdate = () =>
        {
            host.OnUpdate = null;
            scene.Add(new GameObject("guest", New("g")));
        };
        scene.Add(new GameObject("one", host));
        Frame(scene, default);
        Assert.Equal("h.Awake h.Start h.Update g.Awake h.LateUpdate", Calls());
        Frame(scene, default);
        Assert.Equal("g.Start h.Update g.Update h.LateUpdate g.LateUpdate", Calls());
    }

    [Fact]
    public void What_leaves_in_a_frame_is_destroyed_at_its_end()
    {
        using var scene = new Scene("leave");
        var leaver = New("l");
        leaver.OnUpdate = () => scene.Remove(leaver.GameObject);
        scene.Add(new GameObject("leaver", leaver), new GameObject("other", New("o")));
        Frame(scene, default);
        Assert.Equal("l.Awake o.Awake l.Start o.Start l.Update o.Update l.LateUpdate o.LateUpdate l.OnDestroy", Calls());
        Frame(scene, default);
        Assert.Equal("o.Update o.LateUpdate", Calls());
        Assert.Single(scene.Objects);
    }

    [Fact]
    public void A_frame_allocates_nothing()
    {
        using var scene = new Scene("quiet");
        scene.Add(new GameObject("one", new Idle(), new Idle()));

        // Once as it is measured: a loop of so many turns is compiled again while it runs, and what that initialises is no frame's.
        Frames();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Frames();
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());

        void Frames()
        {
            for (var i = 0; i < 1000; i++)
            {
                Frame(scene, new FrameTime(i, i, 1));
            }
        }
    }

    private static void Frame(Scene scene, FrameTime time)
    {
        scene.Update(time);
        scene.LateUpdate(time);
    }

    private Recorder New(string name) => new(name, _calls);

    private string Calls()
    {
        var calls = string.Join(' ', _calls);
        _calls.Clear();
        return calls;
    }

    private sealed class Idle : Behaviour;

    private sealed class Recorder(string name, List<string> calls) : Behaviour
    {
        public Action? OnUpdate { get; set; }

        protected override void Awake() => calls.Add($"{name}.Awake");

        protected override void Start() => calls.Add($"{name}.Start");

        protected override void Update(FrameTime time)
        {
            calls.Add($"{name}.Update");
            OnUpdate?.Invoke();
        }

        protected override void LateUpdate(FrameTime time) => calls.Add($"{name}.LateUpdate");

        protected override void OnDestroy() => calls.Add($"{name}.OnDestroy");
    }
}
