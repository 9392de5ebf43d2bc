using Recalc.Addressing;
using Recalc.Functions;
using Recalc.Storage;
using Recalc.Values;

namespace Recalc.Tests.Functions;

/// <summary>A call from cell F7 of a small sheet. Budgets are those that a test sets.</summary>
internal sealed class TestSite : CallSite
{
    private readonly CellStore _cells = new();

    /// <summary>Areas whose values were asked for, in order.</summary>
    public List<CellRange> Demanded { get; } = [];

    /// <summary>Areas that are not computed yet.</summary>
    public HashSet<CellRange> Missing { get; } = [];

    public long Steps { get; set; } = long.MaxValue;
    public long Memory { get; set; } = long.MaxValue;
    public DateSystem System { get; set; }

    public override CellAddress Cell => CellAddress.Parse("F7");
    public override DateTime Now => new(2026, 7, 4, 18, 0, 0);
    public override DateSystem DateSystem => System;
    public override int MaxTextLength => 32_767;
    public override Operand OverMemory => Operand.Error(ErrorKind.Num, new Fault("memory"));
    public override Operand OverSteps => Operand.Error(ErrorKind.Num, new Fault("steps"));
    public override Operand OverText => Operand.Error(ErrorKind.Value, new Fault("text"));

    public CellStore Cells => _cells;

    public override Operand ReferTo(string text, bool isA1) => ErrorKind.Ref;
    /// <summary>Rows that are hidden, from zero.</summary>
    public HashSet<int> HiddenRows { get; } = [];

    /// <summary>Cells that hold a SUBTOTAL.</summary>
    public HashSet<CellAddress> Subtotals { get; } = [];

    public override double NextRandom() => 0.25;
    public override bool IsRowHidden(int sheet, int row) => HiddenRows.Contains(row);
    public override bool HoldsSubtotal(int sheet, CellAddress cell) => Subtotals.Contains(cell);

    public override int Sheet => 0;
    public override int SheetCount => 2;
    public override bool HoldsFormula(int sheet, CellAddress cell) => false;
    public override string? FormulaText(int sheet, CellAddress cell) => null;

    public override bool TryFindSheet(string name, out int sheet)
    {
        sheet = 0;
        return name == "Sheet1";
    }

    public override bool Demand(CellArea area)
    {
        Demanded.Add(area.Range);
        return !Missing.Contains(area.Range);
    }

    public override CellArea Area(int sheet, CellRange range) => new CellArea().Set(sheet, _cells, range);

    public CellArea Area(string range) => Area(0, CellRange.Parse(range));

    public override bool TryChargeMemory(long values) => (Memory -= values) >= 0;

    public override bool TryChargeSteps(long steps) => (Steps -= steps) >= 0;

    /// <summary>Fills rows from a cell on; values are parted by bars and spelled as in formulas, nothing is blank.</summary>
    public TestSite Fill(string cell, params string[] rows)
    {
        var first = CellAddress.Parse(cell);
        for (var row = 0; row < rows.Length; row++)
        {
            var parts = rows[row].Split('|');
            for (var column = 0; column < parts.Length; column++)
            {
                var text = parts[column].Trim();
                if (text.Length > 0) _cells[new CellAddress(first.Column + column, first.Row + row)] = TestCall.Evaluate(text, this).Value;
            }
        }
        return this;
    }
}
