using System.Diagnostics;
using System.Globalization;

namespace Pix2Pix.Realtime.Hosting;

/// <summary>
/// The process that another one works for. A worker without it would go on unseen, so it saves and ends; a system's own ways, such as a job object that kills its
/// members, would leave it no time to save.
/// </summary>
internal static class ParentProcess
{
    private const string Variable = "PIX2PIX_PARENT";

    /// <summary>Tells a process that is about to be started that this one is what it works for.</summary>
    public static void NameIn(ProcessStartInfo start) => start.Environment[Variable] = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);

    /// <summary>Watches the process that started this one and told so; where none did, nothing ever happens.</summary>
    /// <param name="gone">Called once from any thread when it has ended, however it ended.</param>
    public static async Task WatchAsync(Action gone, CancellationToken cancellationToken)
    {
        if (!int.TryParse(Environment.GetEnvironmentVariable(Variable), CultureInfo.InvariantCulture, out var id))
        {
            return;
        }

        try
        {
            using var parent = Process.GetProcessById(id);
            await parent.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return;
        }
        catch (ArgumentException)
        {
            // This is how .NET says that there is no such process any more.
        }

        gone();
    }
}
