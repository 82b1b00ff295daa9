using Onnx;
using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Inference;
using Pix2Pix.Realtime.Onnx;

namespace Pix2Pix.Realtime.App.Tuning;

/// <summary>
/// Loads generators in the way that is the fastest on this machine, where that is known, and finds it out where it is not: not before <see cref="Measure"/>, so that
/// nobody waits for it. Thread contract: any thread may load while another measures.
/// </summary>
internal sealed class Tuner(ChoiceCache cache)
{
    private Loaded? _last;

    /// <summary>Whether the generator that was loaded last runs as it is because its fastest way is not known.</summary>
    public bool HasPending => Volatile.Read(ref _last) is { IsKnown: false };

    /// <summary>Loads a generator, in the way that is known or as it is.</summary>
    /// <exception cref="UserException">See <see cref="GeneratorLoader.Load"/>.</exception>
    public ITensorGenerator Load(string path, LoadOptions options)
    {
        var (generator, isKnown) = LoadAsKnown(path, options);
        Volatile.Write(ref _last, new Loaded(path, options, isKnown));
        return generator;
    }

    /// <summary>The same, but its fastest way is not measured where it is not known.</summary>
    /// <exception cref="UserException">See <see cref="GeneratorLoader.Load"/>.</exception>
    public (ITensorGenerator Generator, bool IsKnown) LoadAsKnown(string path, LoadOptions options)
    {
        var known = Read(path) is { } model ? cache.Find(model) : null;
        return (GeneratorLoader.Load(path, known?.ApplyTo(options) ?? options), known is not null);
    }

    /// <summary>Measures the generator that was loaded last, and remembers the outcome.</summary>
    /// <returns>The same generator in its fastest way; null where it runs in that already, or another was loaded meanwhile.</returns>
    public ITensorGenerator? Measure()
    {
        if (Volatile.Read(ref _last) is not { IsKnown: false } loaded)
        {
            return null;
        }

        var tuned = Read(loaded.Path) is { } model ? FindFastest(loaded, model) : null;
        if (Interlocked.CompareExchange(ref _last, loaded with { IsKnown = true }, loaded) == loaded)
        {
            return tuned;
        }

        tuned?.Dispose();
        return null;
    }

    private ITensorGenerator? FindFastest(Loaded loaded, ModelProto model)
    {
        var choice = ChoiceTrial.Fastest(loaded.Path, model, loaded.Options);
        var tuned = choice == RunChoice.Usual ? null : LoadTuned(loaded.Path, choice.ApplyTo(loaded.Options));
        cache.TryKeep(model, tuned is null ? RunChoice.Usual : choice);
        return tuned;
    }

    /// <summary>Null where the rewritten graph does not pass its probe: then the file as it is stays.</summary>
    private static ITensorGenerator? LoadTuned(string path, LoadOptions options)
    {
        try
        {
            return GeneratorLoader.Load(path, options);
        }
        catch (UserException)
        {
            return null;
        }
    }

    /// <summary>Null where it can't be read; loading says why.</summary>
    private static ModelProto? Read(string path)
    {
        try
        {
            return OnnxFile.Read(path);
        }
        catch (Exception fault) when (fault is UserException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private sealed record Loaded(string Path, LoadOptions Options, bool IsKnown);
}
