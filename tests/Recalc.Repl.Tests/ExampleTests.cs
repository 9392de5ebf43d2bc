using System.Diagnostics;
using System.Globalization;

namespace Recalc.Repl.Tests;

/// <summary>The examples, run as programs of their own in the folder of the repository. What they should print was computed apart from the engine.</summary>
public sealed class ExampleTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public void QuickStart_asks_a_workbook_what_if() =>
        Assert.Equal(
            """
            At 3 % you pay 1054.01 a month, and 129443.72 of interest in all.
            At 4 % you pay 1193.54 a month, and 179673.01 of interest in all.
            At 5 % you pay 1342.05 a month, and 233141.28 of interest in all.
            At 6 % you pay 1498.88 a month, and 289593.37 of interest in all.

            """.ReplaceLineEndings("\n"), Run("QuickStart"));

    [Fact]
    public void WhatIf_asks_ten_thousand_forks()
    {
        var chance = new Random(7);
        var profits = new double[10_000];
        for (var i = 0; i < profits.Length; i++)
        {
            var margin = 25 - (11 + (6 * chance.NextDouble()));
            profits[i] = ((70_000 + (60_000 * chance.NextDouble())) * Math.Pow(25.0 / 20, -1.5) * margin) - 250_000;
        }
        Array.Sort(profits);
        var lines = Run("WhatIf").Split('\n');
        Assert.Equal("As planned:                  537,096", lines[0]);
        Assert.Equal(string.Create(CultureInfo.InvariantCulture, $"In 10,000 forks:{profits.Average(),20:N0}"), lines[1]);
        Assert.Equal(string.Create(CultureInfo.InvariantCulture, $"In 5 of 100 less than:{profits[500],14:N0}"), lines[2]);
        Assert.Equal("Still as planned:            537,096", lines[3]);
    }

    [Fact]
    public void CustomFunctions_computes_with_code() =>
        Assert.Equal(
            """
            =VAT(A1,0.19)                    19
            =SUM(VAT(A1:A3,0.19))            62.7
            =LARGEST.GAP(A1:A3)              50
            =FIRST.GIVEN(A9,PRICE.OF("tea")*2) 25
            =VAT("much",0.19)                #VALUE!  VAT takes a Double for amount, and the text "much" is none.
            =PRICE.OF("coffee")              #N/A     There is no price of coffee.
            =IFNA(B6,0)                      0

            """.ReplaceLineEndings("\n"), string.Join('\n', Run("CustomFunctions").Split('\n').Select(l => l.TrimEnd())));

    [Fact]
    public void LiveFeed_watches()
    {
        var output = Run("LiveFeed");
        Assert.Contains("100,002 times: True", output, StringComparison.Ordinal);
        Assert.Contains("every tick: True", output, StringComparison.Ordinal);
        Assert.EndsWith("In the end the position is 13,500, and the alert 'high'.\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public void LoanBook_quotes_a_book_of_loans()
    {
        var lines = Run("LoanBook").Split('\n');
        Assert.Equal("500 loans of 114,750,000 in all", lines[0]);
        Assert.Equal("pay 922,644.68 a month together, and 44,854,031.55 of interest until they end.", lines[1]);
        Assert.Equal("The first pays 1,752.78 a month for 5 years.", lines[2]);
    }

    private static string Run(string example)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, $"{example}.dll")])
        {
            WorkingDirectory = RepositoryRoot.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (!process.WaitForExit(Patience)) process.Kill();
        Assert.Equal("", error.Result);
        Assert.Equal(0, process.ExitCode);
        return output.Result.ReplaceLineEndings("\n");
    }
}
