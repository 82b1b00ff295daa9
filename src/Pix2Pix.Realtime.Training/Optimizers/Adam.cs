using System.Numerics;
using Pix2Pix.Realtime.Training.Networks;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Optimizers;

/// <summary>
/// Adam (Kingma and Ba 2015, with torch's order of operations), in one pass over weight, gradient and both moments: on a CPU the update is bound by memory.
/// Thread contract: one thread at a time.
/// </summary>
internal sealed unsafe class Adam : IDisposable
{
    /// <summary>Values a thread takes at a time.</summary>
    private const int Stretch = 1 << 16;

    private readonly AdamSettings _settings;
    private readonly List<Slot> _slots;

    /// <param name="parameters">By name; float32. They must not move afterwards.</param>
    public Adam(IEnumerable<(string Name, Parameter Value)> parameters, AdamSettings settings)
    {
        _settings = settings;
        _slots = [.. parameters.Select(p => new Slot(p.Name, p.Value, zeros_like(p.Value).DetachFromDisposeScope(), zeros_like(p.Value).DetachFromDisposeScope()))];
    }

    /// <summary>How many updates were made.</summary>
    public long Updates { get; set; }

    /// <summary>Both moments by name: <c>NAME.mean</c> and <c>NAME.square</c>; owned by the optimizer.</summary>
    public IEnumerable<(string Name, Tensor Value)> State =>
        _slots.SelectMany(slot => new[] { ($"{slot.Name}.mean", slot.Mean), ($"{slot.Name}.square", slot.Square) });

    /// <summary>The weights that have a gradient now, with it, in an order that is the same in every process; the gradients' wrappers belong to the current dispose scope.</summary>
    public IEnumerable<(Tensor Weight, Tensor Gradient)> Gradients
    {
        get
        {
            foreach (var slot in _slots)
            {
                if (slot.Weight.grad is { } gradient)
                {
                    yield return (slot.Weight, gradient);
                }
            }
        }
    }

    /// <summary>Moves the weights against their gradients and lets the gradients go.</summary>
    public void Update(double rate)
    {
        Updates++;
        var factors = new Factors(
            (float)(1 - _settings.Beta1), (float)_settings.Beta2, (float)(1 - _settings.Beta2), (float)_settings.Epsilon, (float)_settings.WeightDecay,
            (float)(rate / (1 - Math.Pow(_settings.Beta1, Updates))), (float)(1 / Math.Sqrt(1 - Math.Pow(_settings.Beta2, Updates))));
        using var scope = NewDisposeScope();
        using var noGradient = no_grad();
        var work = new List<(Memory Memory, int Start, int Count)>();
        foreach (var slot in _slots)
        {
            if (slot.Weight.grad is not { } gradient)
            {
                continue;
            }

            if (!TensorMemory.LieAlike(slot.Weight, gradient))
            {
                UpdateByTensors(slot, gradient, factors);
                continue;
            }

            var memory = new Memory(TensorMemory.Address(slot.Weight), TensorMemory.Address(gradient), TensorMemory.Address(slot.Mean), TensorMemory.Address(slot.Square));
            var count = (int)slot.Weight.numel();
            for (var start = 0; start < count; start += Stretch)
            {
                work.Add((memory, start, Math.Min(Stretch, count - start)));
            }
        }

        Parallel.For(0, work.Count, new ParallelOptions { MaxDegreeOfParallelism = get_num_threads() }, i => UpdateStretch(work[i].Memory, work[i].Start, work[i].Count, factors));
        foreach (var slot in _slots)
        {
            slot.Weight.grad = null;
        }
    }

    public void Dispose()
    {
        foreach (var slot in _slots)
        {
            slot.Mean.Dispose();
            slot.Square.Dispose();
        }
    }

    private static void UpdateStretch(Memory memory, int start, int count, Factors f)
    {
        float* p = memory.Weight + start, g = memory.Gradient + start, m = memory.Mean + start, v = memory.Square + start;
        var i = 0;
        for (; i <= count - Vector<float>.Count; i += Vector<float>.Count)
        {
            var weight = Vector.Load(p + i);
            var gradient = Vector.Load(g + i) + (weight * f.WeightDecay);
            var mean = Vector.Load(m + i);
            mean += (gradient - mean) * f.MeanShare;
            var square = (Vector.Load(v + i) * f.Beta2) + (gradient * gradient * f.SquareShare);
            mean.Store(m + i);
            square.Store(v + i);
            (weight - (mean * f.Rate / ((Vector.SquareRoot(square) * f.SquareScale) + new Vector<float>(f.Epsilon)))).Store(p + i);
        }

        for (; i < count; i++)
        {
            var gradient = g[i] + (p[i] * f.WeightDecay);
            m[i] += (gradient - m[i]) * f.MeanShare;
            v[i] = (v[i] * f.Beta2) + (gradient * gradient * f.SquareShare);
            p[i] -= m[i] * f.Rate / ((MathF.Sqrt(v[i]) * f.SquareScale) + f.Epsilon);
        }
    }

    private static void UpdateByTensors(Slot slot, Tensor gradient, Factors f)
    {
        var decayed = f.WeightDecay == 0 ? gradient : gradient.Plus(slot.Weight.Times(f.WeightDecay));
        slot.Mean.MoveTowards(decayed, f.MeanShare);
        slot.Square.MoveTowards(decayed.square(), f.SquareShare);
        slot.Weight.copy_(slot.Weight.Plus(slot.Mean.div(slot.Square.sqrt().Times(f.SquareScale).Plus(f.Epsilon)).Times(-f.Rate)));
    }

    private sealed record Slot(string Name, Parameter Weight, Tensor Mean, Tensor Square);

    private readonly struct Memory(float* weight, float* gradient, float* mean, float* square)
    {
        public readonly float* Weight = weight, Gradient = gradient, Mean = mean, Square = square;
    }

    /// <summary>The constants of one update. Both shares are 1 minus a beta, computed before rounding: near 1 a rounded beta leaves few digits.</summary>
    private readonly record struct Factors(
        float MeanShare, float Beta2, float SquareShare, float Epsilon, float WeightDecay, float Rate, float SquareScale);
}
