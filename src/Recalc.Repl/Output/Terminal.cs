using Spectre.Console;

namespace Recalc.Repl.Output;

/// <summary>Where the tool reads and writes: data on the output, commentary and progress beside it.</summary>
/// <param name="Input">What is typed or piped in.</param>
/// <param name="Output">Data: lines that another program may read.</param>
/// <param name="Error">What went wrong, and a bar while a file is long in coming.</param>
/// <param name="ShowsProgress">True when somebody looks at <paramref name="Error"/>.</param>
/// <param name="Prompts">True when somebody types <paramref name="Input"/>, and waits for a sign to do so.</param>
internal sealed record Terminal(TextReader Input, TextWriter Output, TextWriter Error, bool ShowsProgress, bool Prompts)
{
    public static Terminal Standard => new(Console.In, Console.Out, Console.Error, !Console.IsErrorRedirected, !Console.IsInputRedirected);

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
