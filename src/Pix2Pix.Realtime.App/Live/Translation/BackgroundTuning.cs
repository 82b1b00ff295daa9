using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.App.Tuning;
using Pix2Pix.Realtime.Generators;

namespace Pix2Pix.Realtime.App.Live.Translation;

/// <summary>Finds the fastest way of the generator in use while it translates, and offers it in that way. Thread contract: the main thread; it measures on the thread pool.</summary>
internal sealed class BackgroundTuning(LiveContext live, Tuner tuner, GeneratorArrivals arrivals) : IDisposable
{
    private ITensorGenerator? _found;
    private int _measuring;

    /// <summary>Whether that generator is the one before in its fastest way, so that nobody needs to be told.</summary>
    public bool Made(IGenerator generator) => generator == Volatile.Read(ref _found);

    /// <summary>Measures, if the generator in use was not measured yet. Called once a picture is there: nobody waits for it then.</summary>
    /// <param name="name">What the log calls the generator.</param>
    public void Begin(string? name)
    {
        if (!tuner.HasPending || Interlocked.Exchange(ref _measuring, 1) == 1)
        {
            return;
        }

        live.Log.Write("tuning", new { name });
        ThreadPool.QueueUserWorkItem(_ =>
        {
            live.Notices.Try(Measure);
            Volatile.Write(ref _measuring, 0);
        });
    }

    /// <summary>Ends a measurement that is under way.</summary>
    public void Dispose() => tuner.Dispose();

    private void Measure()
    {
        var found = tuner.Measure();
        live.Log.Write("tuned", new { runs = found?.Info.Runs });
        if (found is not null)
        {
            Volatile.Write(ref _found, found);
            arrivals.Offer(found);
        }
    }
}
