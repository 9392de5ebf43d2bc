using System.Globalization;
using Recalc.Repl.Output;

namespace Recalc.Repl.Checking;

/// <summary>What <c>check</c> found in one file.</summary>
internal sealed class CheckReport(string file)
{
    /// <summary>The file, as it was given.</summary>
    public string File => file;

    public CheckCounts Counts { get; } = new();

    /// <summary>The first differences, as many as were asked for.</summary>
    public List<Difference> Differences { get; } = [];

    /// <summary>How long reading the file took.</summary>
    public TimeSpan LoadTime { get; set; }

    /// <summary>How long forgetting and calculating took; comparing is not in it.</summary>
    public TimeSpan CalculationTime { get; set; }

    public void WriteTo(TextWriter output, bool asJson)
    {
        output.WriteLine(asJson ? ToJson() : ToString());
        var lines = asJson ? Differences.Select(d => d.ToJson(file)) : AlignedLines.Of(Differences.ConvertAll(d => d.Columns));
        foreach (var line in lines) output.WriteLine(line);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{OneLine.Of(file)}: {Counts}; load {LoadTime.TotalMilliseconds:N0} ms, calc {CalculationTime.TotalMilliseconds:N0} ms");

    private string ToJson() => JsonLine.Of(json =>
    {
        json.WriteString("kind", "file");
        json.WriteString("file", file);
        Counts.WriteTo(json);
        json.WriteNumber("load_ms", Math.Round(LoadTime.TotalMilliseconds, 1));
        json.WriteNumber("calc_ms", Math.Round(CalculationTime.TotalMilliseconds, 1));
    });
}
