using Recalc.Addressing;
using Recalc.Functions;
using Recalc.Names;
using Recalc.Scripts;
using Recalc.Values;

namespace Recalc.Evaluation;

/// <content>Cells of other workbooks: values and arrays, for nothing can refer to a workbook that is not open.</content>
internal sealed partial class Interpreter
{
    /// <summary>The arrays that were made of linked rectangles; of a version of a workbook that has gone by they are not asked for again.</summary>
    private readonly Dictionary<(LinkedBook Book, int Version, int Sheet, CellRange Range), ArrayValue> _linked = [];

    private bool IsLinked(in ScriptReference reference) => _model.GridOf(reference.Qualifier, _grid.Id) == Model.Linked;

    private Operand Linked(in ScriptReference reference)
    {
        if (!TryPlace(reference.Area, out var range)) return ErrorKind.Ref;
        var (book, sheet) = _model.LinkOf(reference.Qualifier);
        if (range.Count == 1) return book[sheet, range.First];
        var key = (book, book.Version, sheet, range);
        if (_linked.TryGetValue(key, out var known)) return Operand.Array(known);
        var (columns, rows) = book.UsedOf(sheet, range);
        if (!TryChargeMemory((long)columns * rows)) return OverMemory;
        var values = new CellValue[columns * rows];
        for (var i = 0; i < values.Length; i++)
            values[i] = book[sheet, new CellAddress(range.First.Column + i % columns, range.First.Row + i / columns)];
        return Operand.Array(_linked[key] = new ArrayValue(range.Rows, range.Columns, rows, columns, values, CellValue.Blank));
    }
}
