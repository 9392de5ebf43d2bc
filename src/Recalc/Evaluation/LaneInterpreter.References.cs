using Recalc.Addressing;
using Recalc.Functions;
using Recalc.Graph;
using Recalc.Scripts;
using Recalc.Values;

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
            || (meaning.Kind == NameKind.Row && meaning.FirstRow <= _cells.First.Row && _cells.Last.Row <= meaning.LastRow);
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
        if (reference.Grid < 0 || !IsOnSheet(reference.Area)) return LaneOutcome.Refused;
        var grid = _model[reference.Grid];
        if (!AreValid(grid, reference.Area)) return LaneOutcome.Blocked;
        reference.Area.TryAt(_cells.First, out var first);
        var (column, row) = (first.First.Column, first.First.Row);
        if (IsSame(reference.Area))
        {
            var word = grid.Cells.Word(column, row, out var side);
            register.SetUniform(Operand.Stored(word, side));
        }
        else if (_rows == _count) register.SetColumn(grid, column, row);
        else if (_rows == 1) register.SetRow(grid, column, row, _count);
        else Gather(grid, reference.Area, row, register);
        return LaneOutcome.Done;
    }

    // Copies the cells that lanes of several columns refer to.
    private void Gather(Grid grid, in AreaReference area, int row, LaneRegister register)
    {
        register.SetComputed(_count);
        for (var lane = 0; lane < _count; lane += _rows)
        {
            var column = area.Column1.At(_cells.First.Column + lane / _rows);
            if (area.Row1.IsAbsolute)
            {
                var word = grid.Cells.Word(column, row, out var side);
                register.Fill(lane, _rows, new CellWord(word), side, _count);
            }
            else register.Read(lane, _rows, grid, column, row, _count);
        }
    }
}
