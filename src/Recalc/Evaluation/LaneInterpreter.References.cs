using Recalc.Addressing;
using Recalc.Functions;
using Recalc.Graph;
using Recalc.Scripts;

namespace Recalc.Evaluation;

/// <content>Cells, references, and names that stand for them.</content>
internal sealed partial class LaneInterpreter
{
    private LaneOutcome Cell(in ScriptReference reference) => Cell(GridReferenceOf(reference), Push());

    private void PushRange(in ScriptReference reference) => Push().SetReference(GridReferenceOf(reference));

    private GridReference GridReferenceOf(in ScriptReference reference) => new(_model.GridOf(reference.Qualifier, _grid.Id), reference.Area);

    // Only references; and of a table's row only where all lanes are rows of the table.
    private LaneOutcome Name(int item)
    {
        var meaning = _model.MeaningOf(item, _grid.Id);
        var isHere = meaning.Kind == NameKind.Area
            || (meaning.Kind == NameKind.Row && meaning.FirstRow <= _firstRow && _firstRow + _count - 1 <= meaning.LastRow);
        if (!isHere) return LaneOutcome.Refused;
        Push().SetReference(meaning.Area);
        return LaneOutcome.Done;
    }

    // Makes of a reference to one cell a lane its values; everything else stays. Larger references are no values.
    private LaneOutcome Read(LaneRegister register)
    {
        if (register.Kind != LaneKind.Reference) return LaneOutcome.Done;
        var reference = register.Reference;
        var isCell = reference.Area.Column1.Equals(reference.Area.Column2) && reference.Area.Row1.Equals(reference.Area.Row2);
        return isCell ? Cell(reference, register) : LaneOutcome.Refused;
    }

    private LaneOutcome Cell(in GridReference reference, LaneRegister register)
    {
        if (reference.Grid < 0) return LaneOutcome.Refused;
        var (column, row) = (reference.Area.Column1.At(_column), reference.Area.Row1.At(_firstRow));
        if (!SheetLimits.IsColumn(column) || !SheetLimits.IsRow(row)) return LaneOutcome.Refused;
        var grid = _model[reference.Grid];
        if (reference.Area.Row1.IsAbsolute)
        {
            if (!IsValid(grid, new CellRange(column, row, column, row))) return LaneOutcome.Blocked;
            var word = grid.Cells.Word(column, row, out var side);
            register.SetUniform(Operand.Stored(word, side));
            return LaneOutcome.Done;
        }
        if (!SheetLimits.IsRow(row + _count - 1)) return LaneOutcome.Refused;
        if (!AreValid(grid, column, row)) return LaneOutcome.Blocked;
        register.SetColumn(grid, column, row);
        return LaneOutcome.Done;
    }
}
