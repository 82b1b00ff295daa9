using Spectre.Console;

namespace Pix2Pix.Realtime.App.Commands;

/// <summary>Shows how far a long piece of work is, on stderr, so that stdout holds results alone.</summary>
internal static class WorkProgress
{
    private static readonly IAnsiConsole Console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(System.Console.Error) });

    /// <summary>Runs the work.</summary>
    /// <param name="title">What is being done, e.g. <c>drawing</c>.</param>
    /// <param name="total">How many items there are, as far as is known.</param>
    /// <param name="work">Calls what it gets after each item, with the total; from any thread.</param>
    public static T Run<T>(string title, int total, Func<Action<int>, T> work) => Console.Progress()
        .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
        .Start(progress =>
        {
            var task = progress.AddTask(title, maxValue: total);
            return work(items =>
            {
                task.MaxValue = items;
                task.Increment(1);
            });
        });
}
