using System.Runtime.ExceptionServices;

namespace Pix2Pix.Realtime.Data;

/// <summary>Work over many files on many threads.</summary>
internal static class FileLoop
{
    /// <summary>Runs <paramref name="work"/> for 0 to <paramref name="count"/> - 1. What it throws ends the loop and is thrown as it is, the first one only: a full disk fails for every thread in the same way.</summary>
    /// <param name="work">From any thread.</param>
    public static void Run(int count, Action<int> work)
    {
        try
        {
            Parallel.For(0, count, work);
        }
        catch (AggregateException faults)
        {
            ExceptionDispatchInfo.Throw(faults.Flatten().InnerExceptions[0]);
        }
    }
}
