using System.Collections.Concurrent;

[assembly: AssemblyFixture(typeof(Pix2Pix.Realtime.Rendering.Tests.LeakWatch))]

namespace Pix2Pix.Realtime.Rendering.Tests;

/// <summary>
/// Fails a Debug run in which a test lost something of the driver's without <c>Dispose</c>. Only Debug builds have the finalizers that tell of it, and they may run
/// long after the test: so it is asked when all tests are over, of what was reported to any of them.
/// </summary>
public sealed class LeakWatch : IDisposable
{
    private static readonly ConcurrentBag<ConcurrentQueue<string>> All = [];

    /// <summary>An empty list for one device's reports. A test that loses something on purpose takes the report out again.</summary>
    public static ConcurrentQueue<string> NewReports()
    {
        var reports = new ConcurrentQueue<string>();
        All.Add(reports);
        return reports;
    }

    /// <summary>Lets the finalizers of everything that nobody holds any more run.</summary>
    public static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }

    public void Dispose()
    {
        Collect();
        Assert.DoesNotContain(All.SelectMany(reports => reports), report => report.Contains("was lost without Dispose", StringComparison.Ordinal));
    }
}
