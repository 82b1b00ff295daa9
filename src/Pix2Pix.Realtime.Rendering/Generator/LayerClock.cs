using Pix2Pix.Realtime.Rendering.Graphics;

namespace Pix2Pix.Realtime.Rendering.Generator;

/// <summary>Measures the GPU time of each layer of a network while it runs. Thread contract: the GL thread; <c>Dispose</c> any thread.</summary>
internal sealed class LayerClock : IDisposable
{
    /// <summary>How much a slower measurement counts: a GPU that is shared for a moment is not slow for good.</summary>
    private const double NewShare = 0.3;

    private readonly IReadOnlyList<IGpuLayer> _layers;
    private readonly TimerQuery[] _timers;
    private readonly double[] _milliseconds;
    private readonly int[] _parts;

    public LayerClock(GraphicsDevice device, IReadOnlyList<IGpuLayer> layers)
    {
        _layers = layers;
        _timers = [.. layers.Select(_ => new TimerQuery(device))];
        _milliseconds = new double[layers.Count];
        _parts = new int[layers.Count];
    }

    /// <summary>The GPU's time for a layer, in milliseconds; 0 = not measured yet.</summary>
    public double Milliseconds(int layer) => _milliseconds[layer];

    /// <summary>Into how many parts a layer must be cut so that each stays within a budget, as far as it can be cut.</summary>
    public int PartsWithin(int layer, TimeSpan budget) =>
        budget <= TimeSpan.Zero ? 1 : (int)Math.Clamp(Math.Ceiling(_milliseconds[layer] / budget.TotalMilliseconds), 1, _layers[layer].MostParts);

    /// <summary>Runs a part of a layer and measures it.</summary>
    public void Run(int layer, int part = 0, int parts = 1)
    {
        var isMeasured = _timers[layer].TryBegin();
        _layers[layer].Run(part, parts);
        if (isMeasured)
        {
            _timers[layer].End();
            _parts[layer] = parts;
        }
    }

    /// <summary>Runs a layer and waits for its time, in milliseconds.</summary>
    public double Time(int layer)
    {
        _timers[layer].TryTake(isWaiting: true, out _);
        Run(layer);
        _timers[layer].TryTake(isWaiting: true, out var milliseconds);
        return milliseconds;
    }

    /// <summary>Takes the results that are there.</summary>
    /// <param name="isWaiting">Whether to wait for those that aren't.</param>
    public void Collect(bool isWaiting)
    {
        for (var i = 0; i < _timers.Length; i++)
        {
            if (_timers[i].TryTake(isWaiting, out var found))
            {
                found *= _parts[i];

                // A quicker one counts at once: many drivers compile a shader when it runs for the first time.
                _milliseconds[i] = _milliseconds[i] == 0 || found < _milliseconds[i] ? found : double.Lerp(_milliseconds[i], found, NewShare);
            }
        }
    }

    public void Dispose()
    {
        foreach (var timer in _timers)
        {
            timer.Dispose();
        }
    }
}
