using Spectre.Console;

namespace Recalc.Repl.Output;

/// <summary>Where the tool writes: data on the output, commentary and progress beside it.</summary>
/// <param name="Output">Data: lines that another program may read.</param>
/// <param name="Error">What went wrong, and a bar while a file is long in coming.</param>
/// <param name="ShowsProgress">True when somebody looks at <paramref name="Error"/>.</param>
internal sealed record Terminal(TextWriter Output, TextWriter Error, bool ShowsProgress)
{
    public static Terminal Standard => new(Console.Out, Console.Error, !Console.IsErrorRedirected);

    /// <summary>Does some work that reports its progress, and shows that as a bar.</summary>
    public T WithProgress<T>(string title, Func<IProgress<double>?, T> work)
    {
        if (!ShowsProgress) return work(null);
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Error) });
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
