namespace Pix2Pix.Realtime.Scenes;

/// <summary>
/// The objects of a program and the fixed order in which they are called: objects in the order in which they were added, components in the order of their
/// object. A frame is <see cref="Update"/>, then <see cref="LateUpdate"/>. An object added during a frame is awakened at once and started in the next
/// frame; an object removed during a frame is destroyed at its end. <see cref="Dispose"/> destroys in reverse order. Thread contract: one thread, the
/// main thread.
/// </summary>
public sealed class Scene : IDisposable
{
    private readonly List<GameObject> _objects = [];
    private readonly List<GameObject> _removed = [];
    private readonly List<Behaviour> _behaviours = [];
    private bool _isDisposed;

    /// <summary>Makes a scene without objects.</summary>
    /// <param name="name">What people call it; messages name it.</param>
    public Scene(string name) => Name = name;

    /// <summary>What people call it.</summary>
    public string Name { get; }

    /// <summary>Its objects in the order in which they were added.</summary>
    public IReadOnlyList<GameObject> Objects => _objects;

    /// <summary>The kinds of components that its file could name; null = it was made by code.</summary>
    public ComponentRegistry? Registry { get; init; }

    /// <summary>
    /// Called with a behaviour that failed in one of its calls; returns whether the scene continues without it: it is disabled then.
    /// Null, or an answer of false, lets the fault through.
    /// </summary>
    public Func<Behaviour, Exception, bool>? Fault { get; set; }

    /// <summary>Adds objects: first all of them are there, then all of them wake in order.</summary>
    public void Add(params ReadOnlySpan<GameObject> objects)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        var first = _behaviours.Count;
        foreach (var one in objects)
        {
            one.Scene = this;
            _objects.Add(one);
            foreach (var component in one.Components)
            {
                if (component is Behaviour behaviour)
                {
                    _behaviours.Add(behaviour);
                }
            }
        }

        for (var (i, end) = (first, _behaviours.Count); i < end; i++)
        {
            Call(_behaviours[i], default, Behaviour.Awakes);
        }
    }

    /// <summary>Removes an object at the end of the frame.</summary>
    public void Remove(GameObject one)
    {
        if (_objects.Contains(one) && !_removed.Contains(one))
        {
            _removed.Add(one);
        }
    }

    /// <summary>The first component of that type; null when there is none.</summary>
    public T? Find<T>() where T : class
    {
        foreach (var one in _objects)
        {
            if (one.Get<T>() is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>The component of that type, which the scene must have, and which must not be disabled from the beginning.</summary>
    /// <exception cref="UserException">The scene has none, or it is disabled.</exception>
    public T Require<T>() where T : class
    {
        // A component's class is its name in scene files and this ending.
        const string Ending = "Component";
        var componentName = typeof(T).Name is var name && name.EndsWith(Ending, StringComparison.Ordinal) ? name[..^Ending.Length] : name;
        var found = Find<T>() ?? throw new UserException($"Expected a {componentName} in the scene '{Name}', which its other components need, found none; add one to the scene file.");
        return found is not Behaviour { Enabled: false, IsStarted: false }
            ? found
            : throw new UserException($"Expected an enabled {componentName} in the scene '{Name}', which its other components need, found a disabled one; remove its '{Behaviour.EnabledKey}: false'.");
    }

    /// <summary>The first half of a frame: starts what has not started, then updates all.</summary>
    public void Update(FrameTime time)
    {
        // What joins in this frame is started in the next one.
        var count = _behaviours.Count;
        for (var i = 0; i < count; i++)
        {
            if (_behaviours[i] is { Enabled: true, IsStarted: false } fresh)
            {
                fresh.IsStarted = true;
                Call(fresh, time, Behaviour.Starts);
            }
        }

        for (var i = 0; i < count; i++)
        {
            if (_behaviours[i] is { Enabled: true, IsStarted: true } running)
            {
                Call(running, time, Behaviour.Updates);
            }
        }
    }

    /// <summary>The second half of a frame: late-updates all, then destroys what was removed.</summary>
    public void LateUpdate(FrameTime time)
    {
        for (var i = 0; i < _behaviours.Count; i++)
        {
            if (_behaviours[i] is { Enabled: true, IsStarted: true } running)
            {
                Call(running, time, Behaviour.LateUpdates);
            }
        }

        DestroyRemoved();
    }

    /// <summary>Destroys all behaviours, the newest first, and empties the scene; nothing can be added after it.</summary>
    public void Dispose()
    {
        _isDisposed = true;
        for (var i = _behaviours.Count - 1; i >= 0; i--)
        {
            Call(_behaviours[i], default, Behaviour.Ends);
        }

        _behaviours.Clear();
        _objects.Clear();
    }

    /// <summary>Calls a behaviour, and does without it when it fails and <see cref="Fault"/> says so.</summary>
    internal void Call(Behaviour behaviour, FrameTime time, Action<Behaviour, FrameTime> call)
    {
        try
        {
            call(behaviour, time);
        }
        catch (Exception fault) when (Fault?.Invoke(behaviour, fault) == true)
        {
            behaviour.Enabled = false;
        }
    }

    private void DestroyRemoved()
    {
        foreach (var one in _removed)
        {
            _objects.Remove(one);
            for (var i = _behaviours.Count - 1; i >= 0; i--)
            {
                if (_behaviours[i].GameObject == one)
                {
                    Call(_behaviours[i], default, Behaviour.Ends);
                    _behaviours.RemoveAt(i);
                }
            }
        }

        _removed.Clear();
    }
}
