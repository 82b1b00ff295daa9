using Pix2Pix.Realtime.Hosting;
using Spectre.Console;

namespace Pix2Pix.Realtime.Training.CommandLine;

/// <summary>A run's events on the console: a live bar with losses, pace and time left, or plain lines where there is no terminal. All of it on stderr.</summary>
/// <remarks>Thread contract: the training thread.</remarks>
internal sealed class ConsoleProgress(bool quiet, TimeProvider time)
{
    /// <summary>Plain lines with losses come this far apart.</summary>
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(5);

    private readonly IAnsiConsole _console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
    private ProgressTask? _task;
    private long _lastLine;

    /// <summary>Runs <paramref name="work"/> while its events are shown.</summary>
    /// <param name="work">Gets what it shall say its events to.</param>
    public void Show(Action<Action<TrainingEvent>> work)
    {
        if (quiet || !_console.Profile.Capabilities.Interactive || Console.IsErrorRedirected)
        {
            work(Hear);
            return;
        }

        _console.Progress()
            .AutoClear(true)
            .Columns(new SpinnerColumn(), new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn())
            .Start(context =>
            {
                _task = context.AddTask("starting");
                work(Hear);
            });
    }

    private void Hear(TrainingEvent happened)
    {
        switch (happened)
        {
            case StepDone step when _task is not null:
                _task.Value = step.Step;
                _task.Description = Markup.Escape(FormattableString.Invariant($"{step.Step}/{_task.MaxValue:f0}  {EventText.Of(step.Losses)}{EventText.Pace(step)}"));
                break;
            case StepDone when quiet || (_lastLine != 0 && time.GetElapsedTime(_lastLine) < BetweenLines):
                break;
            case RunFailed:
                break;
            case HealthNoticed or RunFinished:
                Write(happened);
                break;
            case StepDone:
                _lastLine = time.GetTimestamp();
                Write(happened);
                break;
            default:
                if (happened is RunStarted started)
                {
                    _task?.MaxValue = started.TotalSteps;
                }

                if (!quiet)
                {
                    Write(happened);
                }

                break;
        }
    }

    private void Write(TrainingEvent happened)
    {
        if (_task is null)
        {
            Console.Error.WriteLine(EventText.Of(happened));
        }
        else
        {
            _console.MarkupLineInterpolated($"{EventText.Of(happened)}");
        }
    }
}
