using System.Diagnostics;
using Recalc.Functions;
using Recalc.Graph;
using Recalc.Values;

namespace Recalc.Evaluation;

/// <summary>
/// One operand of a run of lanes. It is used again and again; its buffers are made when they are first needed. What lanes hold that are
/// not active is anybody's guess, and nobody looks.
/// </summary>
internal sealed class LaneRegister
{
    private ulong[] _words = [];

    /// <summary>The objects of computed lanes; meaningful while <see cref="_hasSides"/>.</summary>
    private object?[] _sides = [];
    private bool _hasSides;

    private Grid? _grid;
    private int _column;
    private int _firstRow;

    public LaneKind Kind { get; private set; }

    /// <summary>Uniform: the value.</summary>
    public Operand Value { get; private set; }

    /// <summary>Reference: the area, and its grid or why there is none, as <see cref="Model.GridOf"/> says.</summary>
    public GridReference Reference { get; private set; }

    /// <summary>
    /// True when some lane is the value of a cell that a function referred to: a blank or a text means another thing to SUM or AND then.
    /// Every way to set the register makes it false.
    /// </summary>
    public bool WasReference { get; set; }

    public void SetUniform(in Operand value) => (Kind, Value, WasReference) = (LaneKind.Uniform, value, false);

    public void SetReference(in GridReference reference) => (Kind, Reference, WasReference) = (LaneKind.Reference, reference, false);

    public void SetColumn(Grid grid, int column, int firstRow) =>
        (Kind, _grid, _column, _firstRow, WasReference) = (LaneKind.Column, grid, column, firstRow, false);

    /// <summary>Makes the register computed, and gives out room for its words.</summary>
    public Span<ulong> SetComputed(int count)
    {
        if (_words.Length < count) _words = new ulong[LaneMask.Lanes];
        (Kind, _hasSides, WasReference) = (LaneKind.Computed, false, false);
        return _words.AsSpan(0, count);
    }

    /// <summary>The words of the lanes, of a column or computed. Good until a cell is written.</summary>
    public ReadOnlySpan<ulong> Words(int count)
    {
        if (Kind == LaneKind.Computed) return _words.AsSpan(0, count);
        Debug.Assert(Kind == LaneKind.Column, "A uniform register has one word, a reference none.");
        var span = _grid!.Cells.Span(_column, _firstRow, count);
        if (span.Length == count) return span;
        if (_words.Length < count) _words = new ulong[LaneMask.Lanes];
        _grid.Cells.Read(_column, _firstRow, _words.AsSpan(0, count));
        return _words.AsSpan(0, count);
    }

    /// <summary>The objects of the lanes; empty when none has one.</summary>
    public ReadOnlySpan<object?> Sides(int count)
    {
        if (Kind == LaneKind.Computed) return _hasSides ? _sides.AsSpan(0, count) : default;
        if (_sides.Length < count) _sides = new object?[LaneMask.Lanes];
        return _grid!.Cells.ReadObjects(_column, _firstRow, _sides.AsSpan(0, count)) ? _sides.AsSpan(0, count) : default;
    }

    /// <summary>The value of one lane; a register with a reference has none.</summary>
    public Operand this[int lane]
    {
        get
        {
            switch (Kind)
            {
                case LaneKind.Uniform: return Value;
                case LaneKind.Column:
                    var word = _grid!.Cells.Word(_column, _firstRow + lane, out var side);
                    return Operand.Stored(word, side);
                default: return Operand.Stored(_words[lane], _hasSides ? _sides[lane] : null);
            }
        }
    }

    /// <summary>True when two lanes have the same value, the object beside it included; a register with a reference has none.</summary>
    public bool IsSame(int lane, int other)
    {
        if (Kind == LaneKind.Uniform) return true;
        var (left, right) = (this[lane], this[other]);
        return left.Word.Bits == right.Word.Bits && ReferenceEquals(left.Object, right.Object);
    }

    /// <summary>Sets one lane of a computed register.</summary>
    public void Set(int lane, in Operand value, int count)
    {
        _words[lane] = value.Word.Bits;
        if (value.Object is null && !_hasSides) return;
        MakeSides(count);
        _sides[lane] = value.Object;
    }

    /// <summary>Sets some lanes of a computed register to one stored value.</summary>
    public void Fill(int lane, int lanes, CellWord word, object? side, int count)
    {
        _words.AsSpan(lane, lanes).Fill(word.Bits);
        if (side is null && !_hasSides) return;
        MakeSides(count);
        _sides.AsSpan(lane, lanes).Fill(side);
    }

    /// <summary>Sets some lanes of a computed register to the cells of a column.</summary>
    public void Read(int lane, int lanes, Grid grid, int column, int row, int count)
    {
        var words = _words.AsSpan(lane, lanes);
        grid.Cells.Read(column, row, words);
        if (!_hasSides && WordSpan.FirstBoxed(System.Runtime.InteropServices.MemoryMarshal.Cast<ulong, double>(words)) == lanes) return;
        MakeSides(count);
        grid.Cells.ReadObjects(column, row, _sides.AsSpan(lane, lanes));
    }

    /// <summary>Makes the register computed, with the cells of a row, one a lane.</summary>
    public void SetRow(Grid grid, int column, int row, int count)
    {
        var words = SetComputed(count);
        grid.Cells.ReadAcross(column, row, words);
        if (WordSpan.FirstBoxed(System.Runtime.InteropServices.MemoryMarshal.Cast<ulong, double>(words)) == count) return;
        MakeSides(count);
        grid.Cells.ReadObjectsAcross(column, row, _sides.AsSpan(0, count));
    }

    private void MakeSides(int count)
    {
        if (_hasSides) return;
        if (_sides.Length < count) _sides = new object?[LaneMask.Lanes];
        _sides.AsSpan().Clear();
        _hasSides = true;
    }

    /// <summary>Replaces blank values by 0, as the result of a formula has it. The register becomes computed.</summary>
    public void Settle(int count)
    {
        if (Kind == LaneKind.Uniform)
        {
            var value = Value.Word.IsBlank || Value.IsOmitted ? 0 : Value;
            SetComputed(count).Fill(value.Word.Bits);
            if (value.Object is null) return;
            for (var lane = 0; lane < count; lane++) Set(lane, value, count);
            return;
        }
        var words = Words(count);
        var sides = Kind == LaneKind.Column ? Sides(count) : default;
        var hadSides = Kind == LaneKind.Computed ? _hasSides : !sides.IsEmpty;
        if (_words.Length < count) _words = new ulong[LaneMask.Lanes];
        words.Replace(_words.AsSpan(0, count), CellWord.Blank.Bits, CellWord.FromNumber(0).Bits);
        (Kind, _hasSides) = (LaneKind.Computed, hadSides);
    }
}
