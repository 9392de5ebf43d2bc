using System.Buffers;
using System.IO.Hashing;
using System.Text;
using Recalc.Syntax;

namespace Recalc.Conformance;

/// <summary>Parses distinct formulas and keeps those with a diagnostic, and those that do not print back byte for byte.</summary>
internal sealed class FormulaCensus(FormulaDialect dialect)
{
    private readonly HashSet<UInt128> _seen = [];
    private readonly ArrayBufferWriter<byte> _printed = new();

    /// <summary>Distinct formulas.</summary>
    public int Count => _seen.Count;

    /// <summary>Formulas with a diagnostic, and the diagnostics as spec files write them.</summary>
    public Dictionary<string, string> Refused { get; } = new(StringComparer.Ordinal);

    public List<string> Garbled { get; } = [];

    public void Add(ReadOnlySpan<byte> formula)
    {
        if (formula.IsEmpty || !_seen.Add(XxHash128.HashToUInt128(formula))) return;
        var tree = SyntaxTree.Parse(formula, dialect);
        if (tree.Diagnostics.Count > 0) Refused.Add(tree.ToString(), Show(tree));
        _printed.ResetWrittenCount();
        tree.WriteTo(_printed);
        if (!_printed.WrittenSpan.SequenceEqual(formula)) Garbled.Add(Encoding.UTF8.GetString(formula));
    }

    /// <summary>The diagnostics as <c>code@offset+length</c>.</summary>
    public static string Show(SyntaxTree tree) => string.Join(' ', tree.Diagnostics.Select(d => $"{d.Code}@{d.Offset}+{d.Length}"));
}
