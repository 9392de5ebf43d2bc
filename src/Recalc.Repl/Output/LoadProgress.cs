using Spectre.Console;

namespace Recalc.Repl.Output;

/// <summary>A progress bar on standard error, when that is a terminal.</summary>
internal static class LoadProgress
{
    public static T Show<T>(string title, Func<IProgress<double>?, T> work)
    {
        if (Console.IsErrorRedirected) return work(null);
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Progress().AutoClear(true).HideCompleted(true).Start(context =>
        {
            var task = context.AddTask(Markup.Escape(title), maxValue: 1);
            return work(new Bar(task));
        });
    }

    // Told on the thread that reads; the bar draws itself from time to time.
    private sealed class Bar(ProgressTask task) : IProgress<double>
    {
        public void Report(double value) => task.Value = value;
    }
}
