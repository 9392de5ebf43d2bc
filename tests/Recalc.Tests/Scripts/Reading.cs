using System.Text;
using System.Text.RegularExpressions;
using Recalc.Addressing;
using Recalc.Scripts;
using Recalc.Syntax;

namespace Recalc.Tests.Scripts;

/// <summary>Formulas read by themselves, without a workbook.</summary>
internal sealed class Reading
{
    private readonly FormulaReader _reader;
    private readonly ByteWriter _writer = new();

    public Reading()
    {
        Formulas = new FormulaTable(new ScriptPools());
        _reader = new FormulaReader(Formulas);
    }

    public FormulaTable Formulas { get; }

    public FormulaId Read(ReadOnlySpan<byte> text, CellAddress cell = default, FormulaDialect dialect = FormulaDialect.A1, FormulaFlavor flavor = FormulaFlavor.Dynamic) =>
        _reader.Read(text, cell, flavor, dialect);

    public FormulaId Read(string text, CellAddress cell = default, FormulaDialect dialect = FormulaDialect.A1, FormulaFlavor flavor = FormulaFlavor.Dynamic) =>
        Read(Encoding.UTF8.GetBytes(text), cell, dialect, flavor);

    public byte[] Print(FormulaId id, CellAddress cell = default, FormulaDialect dialect = FormulaDialect.A1)
    {
        _writer.Clear();
        Formulas.Print(id, cell, dialect, _writer);
        return _writer.Written.ToArray();
    }

    public string Text(FormulaId id, CellAddress cell = default, FormulaDialect dialect = FormulaDialect.A1) => Encoding.UTF8.GetString(Print(id, cell, dialect));

    /// <summary>The listing of a formula's script, as it is in pools that hold nothing else.</summary>
    public static string Listing(ReadOnlySpan<byte> text, CellAddress cell = default, FormulaDialect dialect = FormulaDialect.A1)
    {
        var reading = new Reading();
        var id = reading.Read(text, cell, dialect);
        Assert.False(reading.Formulas.HasErrors(id), Encoding.UTF8.GetString(text));
        return new Disassembler(reading.Formulas.Pools).List(reading.Formulas.ScriptOf(id));
    }

    /// <summary>The instructions of a formula in a line, those that are jumped to with their offset: <c>Cell RC; 4: Return</c>.</summary>
    public static string Code(string text, CellAddress cell = default, FormulaDialect dialect = FormulaDialect.A1)
    {
        var lines = Listing(Encoding.UTF8.GetBytes(text), cell, dialect).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var targets = Regex.Matches(string.Join('\n', lines), @"(?<=Jump\w* +to )\d+").Select(m => m.Value).ToHashSet();
        return string.Join("; ", lines.Select(line => Instruction.Match(line) is { Success: true } match
            ? $"{(targets.Contains(match.Groups[1].Value) ? match.Groups[1].Value + ": " : "")}{Regex.Replace(match.Groups[2].Value, " +", " ").Trim()}"
            : $"/ {line}")).Replace(":; ", ": ", StringComparison.Ordinal);
    }

    private static readonly Regex Instruction = new(@"^ *(\d+)  (?:[0-9A-F]{4} )*[0-9A-F]{4} +(\S.*)$");
}
