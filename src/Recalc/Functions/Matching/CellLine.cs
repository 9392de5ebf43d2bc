using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Recalc.Values;

namespace Recalc.Functions.Matching;

/// <summary>
/// Up to 64 neighbouring cells of a row, copied: what a criterion looks at where an area lies across the columns. <c>default</c> is
/// blank. A mutable struct of a kilobyte: keep it in a local variable.
/// </summary>
internal struct CellLine
{
    /// <summary>How many cells.</summary>
    public const int Length = RowMarks.LineRows;

    private LineWords _words;

    /// <summary>The objects of the cells; those of before where <see cref="_hasSides"/> is false.</summary>
    private LineSides _sides;
    private bool _hasSides;

    [UnscopedRef]
    public ReadOnlySpan<ulong> Words => _words;

    /// <summary>The objects beside the words; empty when there are none.</summary>
    [UnscopedRef]
    public ReadOnlySpan<object?> Sides => _hasSides ? _sides : default(ReadOnlySpan<object?>);

    /// <summary>Copies cells of the first row of an area from a column of it on; past the sheet they are blank.</summary>
    public void Read(CellArea area, int column)
    {
        var first = area.Range.First;
        Span<ulong> words = _words;
        area.Cells.ReadAcross(first.Column + column, first.Row, words);
        _hasSides = false;
        foreach (var word in words) _hasSides |= new CellWord(word) is { Tag: WordTag.Text } or { IsError: true };
        if (_hasSides) area.Cells.ReadObjectsAcross(first.Column + column, first.Row, _sides);
    }

    [InlineArray(Length)]
    private struct LineWords
    {
        private ulong _first;
    }

    [InlineArray(Length)]
    private struct LineSides
    {
        private object? _first;
    }
}
