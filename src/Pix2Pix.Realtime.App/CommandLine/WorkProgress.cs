using Spectre.Console;

namespace Pix2Pix.Realtime.App.CommandLine;

/// <summary>Shows how far a long piece of work is, on stderr, so that stdout holds results alone.</summary>
internal static class WorkProgress
{
    private static readonly IAnsiConsole Console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(System.Console.Error) });

    /// <summary>Runs work that is measured in bytes.</summary>
    /// <param name="title">What is being done, e.g. <c>fetching</c>.</param>
    /// <param name="work">Calls what it gets with the bytes that are done and those there will be; 0 = unknown.</param>
    public static Task<T> RunAsync<T>(string title, Func<Action<long, long>, Task<T>> work) => Bar()
        .StartAsync(progress =>
        {
            var task = progress.AddTask(title);
            task.IsIndeterminate = true;
            return work((done, total) =>
            {
                task.IsIndeterminate = total == 0;
                (task.MaxValue, task.Value) = (Math.Max(total, 1), Math.Min(done, total));
            });
        });

    /// <summary>Runs work that is counted.</summary>
    /// <param name="title">What is being done, e.g. <c>drawing</c>.</param>
    /// <param name="total">How many items there are, as far as is known.</param>
    /// <param name="work">Calls what it gets after each item, with the total; from any thread.</param>
    public static T Run<T>(string title, int total, Func<Action<int>, T> work) => IsHidden
        ? work(_ => { })
        : Bar().Start(progress => work(Counter(progress, title, total)));

    /// <summary>Runs work that is counted and waits.</summary>
    /// <inheritdoc cref="Run"/>
    public static Task RunAsync(string title, int total, Func<Action<int>, Task> work) => IsHidden
        ? work(_ => { })
        : Bar().StartAsync(progress => work(Counter(progress, title, total)));

    /// <summary>A bar in a file is noise.</summary>
    private static bool IsHidden => System.Console.IsErrorRedirected;

    private static Action<int> Counter(ProgressContext progress, string title, int total)
    {
        var task = progress.AddTask(title, maxValue: total);
        return items =>
        {
            task.MaxValue = items;
            task.Increment(1);
        };
    }

    private static Progress Bar() =>
        Console.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn());
}
