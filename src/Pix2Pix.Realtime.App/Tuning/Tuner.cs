using System.ComponentModel;
using System.Diagnostics;
using Pix2Pix.Realtime.App.Processes;
using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Inference;

namespace Pix2Pix.Realtime.App.Tuning;

/// <summary>
/// Loads generators in the way that is the fastest on this machine, where that is known, and finds it out where it is not: not before <see cref="Measure"/>, so that
/// nobody waits for it, and in a process of its own, so that what it takes is given back. Thread contract: any thread may load while another measures.
/// </summary>
/// <param name="cache">What is known.</param>
/// <param name="triesInt8">Whether a generator may run in int8 where they are faster and a user can't tell them from floats.</param>
/// <param name="say">Gets in a sentence what was found, and what could not be used; any thread.</param>
internal sealed class Tuner(ChoiceCache cache, bool triesInt8, Action<string> say) : IDisposable
{
    private readonly Lock _gate = new();
    private Loaded? _last;
    private Process? _trials;
    private volatile bool _isEnded;

    /// <summary>Whether something is not known of the generator that was loaded last.</summary>
    public bool HasPending => Volatile.Read(ref _last) is { IsKnown: false };

    /// <summary>Loads a generator, in the way that is known or as it is.</summary>
    /// <param name="isPassing">Whether another takes its place soon, as a snapshot's of a run that continues: no int8 file is made of it.</param>
    /// <exception cref="UserException">See <see cref="GeneratorLoader.Load"/>.</exception>
    public ITensorGenerator Load(string path, LoadOptions options, bool isPassing = false)
    {
        var way = Known(path, isPassing);
        var generator = Load(path, options, way);
        Volatile.Write(ref _last, new Loaded(path, options, isPassing, way.IsWhole, generator.Info.Runs));
        return generator;
    }

    /// <summary>The same, with the cached choice and without starting a measurement.</summary>
    /// <exception cref="UserException">See <see cref="GeneratorLoader.Load"/>.</exception>
    public ITensorGenerator LoadAsKnown(string path, LoadOptions options) => Load(path, options, Known(path, isPassing: false));

    /// <summary>Measures the generator that was loaded last, and remembers the outcome. Takes seconds.</summary>
    /// <returns>The same generator in its fastest way; null where it runs in that already, or another was loaded meanwhile.</returns>
    public ITensorGenerator? Measure()
    {
        if (Volatile.Read(ref _last) is not { IsKnown: false } loaded || !TryRunTrials(loaded))
        {
            return null;
        }

        var way = Known(loaded.Path, loaded.IsPassing);
        var tuned = way.IsAsItIs ? null : Load(loaded.Path, loaded.Options, way);
        var isLast = Interlocked.CompareExchange(ref _last, loaded with { IsKnown = true }, loaded) == loaded;
        if (isLast && tuned?.Info.Runs != loaded.Runs)
        {
            return tuned;
        }

        tuned?.Dispose();
        return null;
    }

    /// <summary>Ends trials that are under way.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _isEnded = true;
            _trials?.Kill();
        }
    }

    private bool TryRunTrials(Loaded loaded)
    {
        string[] words = ["tune", loaded.Path, "--cache", cache.Folder];
        var start = SelfProcess.Start(triesInt8 && !loaded.IsPassing ? words : [.. words, "--no-int8"]);
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        try
        {
            using var trials = Begin(start);
            if (trials is null)
            {
                return false;
            }

            var errors = trials.StandardError.ReadToEndAsync();
            foreach (var line in trials.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                say(line);
            }

            trials.WaitForExit();
            lock (_gate)
            {
                _trials = null;
            }

            if (trials.ExitCode == 0 || _isEnded)
            {
                return !_isEnded;
            }

            say(TuningTexts.Failed(loaded.Path, errors.GetAwaiter().GetResult().Trim(), trials.ExitCode));
        }
        catch (Win32Exception fault)
        {
            say(TuningTexts.Skipped(loaded.Path, fault.Message));
        }

        // Tried once: it would end in the same way again.
        Interlocked.CompareExchange(ref _last, loaded with { IsKnown = true }, loaded);
        return false;
    }

    private Process? Begin(ProcessStartInfo start)
    {
        lock (_gate)
        {
            return _isEnded ? null : _trials = Process.Start(start);
        }
    }

    private ITensorGenerator Load(string path, LoadOptions options, Way way)
    {
        var floats = way.Choice?.ApplyTo(options) ?? options;
        return way.Int8 == true && Int8(path, way.Identity, floats) is { } generator ? generator : Floats(path, floats, options);
    }

    /// <summary>Null where the kept int8 file can't be used any more: then the fp32 one runs, and the int8 one is made again when it is next needed.</summary>
    private ITensorGenerator? Int8(string path, string identity, LoadOptions floats)
    {
        try
        {
            var file = cache.Int8File(identity);
            return GeneratorLoader.Load(path, floats with { Note = "tuned", Rewrite = _ => File.ReadAllBytes(file) });
        }
        catch (Exception fault) when (fault is UserException or IOException or UnauthorizedAccessException)
        {
            say(TuningTexts.Int8Unused(fault.Message));
            cache.ForgetInt8(identity);
            return null;
        }
    }

    /// <summary>As it is, where the rewritten graph does not pass its probe.</summary>
    private ITensorGenerator Floats(string path, LoadOptions tuned, LoadOptions asItIs)
    {
        try
        {
            return GeneratorLoader.Load(path, tuned);
        }
        catch (UserException fault) when (tuned != asItIs)
        {
            say(TuningTexts.TunedUnused(fault.Message));
            return GeneratorLoader.Load(path, asItIs);
        }
    }

    /// <summary>Of a file that can't be read nothing is to be found out; loading says why.</summary>
    private Way Known(string path, bool isPassing)
    {
        try
        {
            var identity = ChoiceCache.Identify(path);
            return new Way(identity, cache.Find(path), triesInt8 && !isPassing ? cache.PrefersInt8(identity) : false);
        }
        catch (Exception fault) when (fault is UserException or IOException or UnauthorizedAccessException)
        {
            return new Way("", RunChoice.Usual, Int8: false);
        }
    }

    /// <param name="Identity">Of the file.</param>
    /// <param name="Choice">How floats run the fastest; null = not known.</param>
    /// <param name="Int8">Whether bytes are better still; null = not known.</param>
    private readonly record struct Way(string Identity, RunChoice? Choice, bool? Int8)
    {
        public bool IsWhole => Choice is not null && Int8 is not null;

        public bool IsAsItIs => Choice == RunChoice.Usual && Int8 == false;
    }

    private sealed record Loaded(string Path, LoadOptions Options, bool IsPassing, bool IsKnown, string Runs);
}
