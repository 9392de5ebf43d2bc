using Recalc.Addressing;
using Recalc.Functions;
using Recalc.Storage;
using Recalc.Values;

namespace Recalc.Tests.Evaluation;

/// <summary>A place of a formula for tests: a clock that stands still, and limits that are counted.</summary>
internal sealed class TestSite : CallSite
{
    public long Memory { get; set; } = long.MaxValue;
    public long Steps { get; set; } = long.MaxValue;
    public CellStore Cells { get; } = new();

    /// <summary>Whether areas that are asked for are there.</summary>
    public bool IsReady { get; set; } = true;

    public List<CellRange> Demanded { get; } = [];

    public override CellAddress Cell => default;
    public override DateTime Now => new(2024, 2, 29);
    public override DateSystem DateSystem => DateSystem.From1900;
    public override int MaxTextLength => 32_767;
    public override Operand OverMemory => Operand.Error(ErrorKind.Num, new Fault("memory"));
    public override Operand OverSteps => Operand.Error(ErrorKind.Num, new Fault("steps"));
    public override Operand OverText => Operand.Error(ErrorKind.Value, new Fault("text"));

    public override Operand ReferTo(string text, bool isA1) => ErrorKind.Ref;
    public override double NextRandom() => 0.25;
    public override bool IsRowHidden(int sheet, int row) => false;
    public override bool HoldsSubtotal(int sheet, CellAddress cell) => false;

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
        return IsReady;
    }

    public override CellArea Area(int sheet, CellRange range) => new CellArea().Set(sheet, Cells, range);

    public override bool TryChargeMemory(long values) => (Memory -= values) >= 0;
    public override bool TryChargeSteps(long steps) => (Steps -= steps) >= 0;
}
