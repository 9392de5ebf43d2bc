using System.Collections.Concurrent;
using Recalc.Addressing;
using Recalc.Functions;
using Recalc.Graph;
using Recalc.Names;
using Recalc.Scripts;
using Recalc.Values;

namespace Recalc.Evaluation;

/// <content>What names mean: defined names, tables, structured references, and the names of functions.</content>
internal sealed partial class Model
{
    /// <summary>What names of scripts mean, by sheet and item.</summary>
    private ConcurrentDictionary<(int Grid, int Item), NameMeaning> _meanings;

    /// <summary>The formulas of names that are expanded where they are used, by number; none for a name that stands for nothing.</summary>
    public List<FormulaId?> DefinedFormulas { get; private set; }

    /// <summary>The cell that a defined name refers to; false when it stands for something else.</summary>
    public bool TryFindCell(int number, out GridCell cell)
    {
        var isCell = TryFindArea(number, out var area) && area.Area.Shape == ReferenceShape.Cell;
        cell = isCell ? new GridCell(area.Grid, area.Area.At(default).First) : default;
        return isCell;
    }

    /// <summary>True when a defined name refers to cells, one or more.</summary>
    public bool IsArea(int number) => TryFindArea(number, out _);

    // What moves along with the formula that uses the name is nothing to be set from outside.
    private bool TryFindArea(int number, out GridReference area)
    {
        area = DefinedFormulas[number] is { } formula && MeaningOf(formula, 0) is { Kind: NameKind.Area } meaning ? meaning.Area : default;
        var (column1, row1, column2, row2) = (area.Area.Column1, area.Area.Row1, area.Area.Column2, area.Area.Row2);
        return column1.IsAbsolute && row1.IsAbsolute && column2.IsAbsolute && row2.IsAbsolute;
    }

    /// <summary>True when a formula refers to cells without saying which sheet they lie on.</summary>
    public bool SpeaksOfOwnSheet(FormulaId formula) => SpeaksOfOwnSheet(ScriptOf(formula));

    private bool SpeaksOfOwnSheet(ReadOnlySpan<byte> script)
    {
        var reader = new ScriptReader(script);
        while (!reader.IsAtEnd)
        {
            var opcode = reader.Read(out var item);
            if (opcode == Opcode.Call) reader.ReadOperand();
            if (opcode is Opcode.Cell or Opcode.Range && Pools.References[item].Qualifier == 0) return true;
            if (opcode == Opcode.Lambda && SpeaksOfOwnSheet(Pools.Scripts[Pools.Lambdas[item].Script])) return true;
        }
        return false;
    }

    /// <summary>How many names that stand for other names are followed.</summary>
    private const int MostSynonyms = 16;

    /// <summary>How many are being followed; 0 between calls.</summary>
    private int _synonyms;

    /// <summary>What a name of a script means to a formula on a grid.</summary>
    public NameMeaning MeaningOf(int item, int grid)
    {
        if (_meanings.TryGetValue((grid, item), out var meaning)) return meaning;
        meaning = Resolve(Pools.Names[item], grid);
        _meanings.TryAdd((grid, item), meaning);
        return meaning;
    }

    /// <summary>What a structured reference without a table means in a cell: it speaks of the table round the cell.</summary>
    public NameMeaning MeaningOf(in NameMeaning ownTable, int grid, CellAddress cell)
    {
        foreach (var table in Tables.On(grid))
            if (table.Range.Contains(cell)) return MeaningOf(table, ownTable.Structure!);
        return NameMeaning.Failure(ErrorKind.Value, Faults.NoTableHere);
    }

    /// <summary>What the text of a name or structured reference means on a sheet, in a cell.</summary>
    private NameMeaning MeaningOf(string text, int grid, GridCell cell)
    {
        var open = text.IndexOf('[', StringComparison.Ordinal);
        if (open < 0) return Pools.Symbols.TryFind(text, out var name) ? Resolve(new ScriptName(0, name), grid) : default;
        if (!text.EndsWith(']') || !StructuredReferenceReader.TryRead(text.AsSpan(open), out var structure)) return default;
        if (open == 0) return MeaningOf(new NameMeaning { Kind = NameKind.OwnTable, Structure = structure }, cell.Grid, cell.Cell);
        return Pools.Symbols.TryFind(text.AsSpan(0, open), out var table) ? Resolve(table, structure!) : default;
    }

    private NameMeaning Resolve(ScriptName name, int grid)
    {
        var scope = grid;
        if (name.Qualifier != 0)
        {
            var qualifier = Pools.Qualifiers[name.Qualifier];
            scope = qualifier.Book is not null && qualifier.FirstSheet is null ? Unsupported : GridOf(name.Qualifier, grid);
        }
        if (scope is Unsupported or Linked) return new NameMeaning { Kind = NameKind.Unsupported };
        if (scope is Missing or Span) return NameMeaning.Failure(ErrorKind.Ref, Faults.NoSheet);
        if (name.Structure is { } structure) return Resolve(name.Symbol, structure);
        if (!Names.TryFind(scope, name.Symbol, out var entry)) return OfSymbol(name.Symbol);
        if (entry.IsCell) return MeaningOf(NodeStore.CellOf(entry.Number));
        if (DefinedFormulas[entry.Number] is not { } formula) return default;
        return MeaningOf(formula, Names.IsOf(scope, name.Symbol) ? scope : grid);
    }

    private static NameMeaning MeaningOf(CellAddress cell)
    {
        var (column, row) = (Coordinate.Absolute(cell.Column), Coordinate.Absolute(cell.Row));
        return new() { Kind = NameKind.Area, Area = new GridReference(Grid.Names, new AreaReference(column, row, column, row, ReferenceShape.Cell)) };
    }

    private NameMeaning Resolve(int symbol, StructuredReference structure)
    {
        if (Pools.Symbols[symbol].Length == 0) return new NameMeaning { Kind = NameKind.OwnTable, Structure = structure };
        return Tables.TryFind(symbol, out var table)
            ? MeaningOf(table, structure)
            : NameMeaning.Failure(ErrorKind.Name, Faults.NoTable(Pools.Symbols[symbol]));
    }

    // Nobody defined the name: it may be a table's, which stands for its data, or a function's.
    private NameMeaning OfSymbol(int symbol)
    {
        if (Tables.TryFind(symbol, out var table)) return MeaningOf(table, WholeTable);
        var spelling = FunctionSpelling.StripReduced(Pools.Symbols[symbol]);
        return FunctionCatalog.TryFind(spelling, out var function) || Pools.Functions.TryFind(spelling, out function)
            ? new NameMeaning { Kind = NameKind.Function, Function = function }
            : default;
    }

    private static readonly StructuredReference WholeTable = new(TableParts.None, null, null);

    private static NameMeaning MeaningOf(TableShape table, StructuredReference structure)
    {
        if (!table.TryFindColumns(structure.FirstColumn, structure.LastColumn, out var first, out var last))
            return NameMeaning.Failure(ErrorKind.Ref, Faults.NoColumn(structure));
        var (left, right) = (Coordinate.Absolute(table.Range.First.Column + first), Coordinate.Absolute(table.Range.First.Column + last));
        var rows = RowsOf(table, structure.Parts);
        if (rows is not var (top, bottom)) return NameMeaning.Failure(ErrorKind.Ref, Faults.NoRows(structure.Parts));
        var isRow = (structure.Parts & TableParts.ThisRow) != 0;
        var (upper, lower) = isRow ? (Coordinate.Relative(0), Coordinate.Relative(0)) : (Coordinate.Absolute(top), Coordinate.Absolute(bottom));
        var shape = first == last && (isRow || top == bottom) ? ReferenceShape.Cell : ReferenceShape.Area;
        var area = new GridReference(table.Sheet, new AreaReference(left, upper, right, lower, shape));
        return new NameMeaning { Kind = isRow ? NameKind.Row : NameKind.Area, Area = area, FirstRow = top, LastRow = bottom };
    }

    // The rows of parts of a table; of the row of the formula those that it may stand in. Null when there are none.
    private static (int First, int Last)? RowsOf(TableShape table, TableParts parts)
    {
        var (first, last) = (table.Range.First.Row, table.Range.Last.Row);
        var (firstData, lastData) = (first + table.HeaderRows, last - table.TotalsRows);
        var (top, bottom) = parts switch
        {
            TableParts.None or TableParts.Data or TableParts.ThisRow => (firstData, lastData),
            TableParts.Headers => (first, firstData - 1),
            TableParts.Totals => (lastData + 1, last),
            TableParts.Headers | TableParts.Data => (first, lastData),
            TableParts.Data | TableParts.Totals => (firstData, last),
            TableParts.All => (first, last),
            _ => (1, 0),                                                        // headers and totals without what lies between, this row and others
        };
        return top <= bottom ? (top, bottom) : null;
    }

    // A reference and nothing else is the reference itself, and so is the name of one.
    private NameMeaning MeaningOf(FormulaId formula, int grid)
    {
        if (Formulas.HasErrors(formula)) return default;
        var meaning = new NameMeaning { Kind = NameKind.Formula, Formula = formula, Scope = grid };
        var reader = new ScriptReader(ScriptOf(formula));
        var opcode = reader.Read(out var item);
        if (!reader.IsBeforeReturn) return meaning;
        if (opcode == Opcode.Name) return OfSynonym(item, grid) is { Kind: NameKind.Area } area ? area : meaning;
        if (opcode is not (Opcode.Cell or Opcode.Range)) return meaning;
        var reference = Pools.References[item];
        var target = GridOf(reference.Qualifier, grid);
        if (target == Unsupported) return new NameMeaning { Kind = NameKind.Unsupported };
        return target < 0 ? meaning : new NameMeaning { Kind = NameKind.Area, Area = new GridReference(target, Normalize(reference.Area)) };
    }

    // Names may go round in a circle.
    private NameMeaning OfSynonym(int item, int grid)
    {
        if (_synonyms == MostSynonyms) return default;
        _synonyms++;
        var meaning = MeaningOf(item, grid);
        _synonyms--;
        return meaning;
    }

    /// <summary>Relative references of a name are seen from A1 and walk round the edge of the sheet: XFD1 is the cell to the left.</summary>
    internal static AreaReference Normalize(in AreaReference area)
    {
        var (column1, column2) = (Normalize(area.Column1, SheetLimits.Columns), Normalize(area.Column2, SheetLimits.Columns));
        var (row1, row2) = (Normalize(area.Row1, SheetLimits.Rows), Normalize(area.Row2, SheetLimits.Rows));
        return new AreaReference(column1, row1, column2, row2, area.Shape);
    }

    private static Coordinate Normalize(Coordinate coordinate, int size) =>
        coordinate.IsAbsolute || coordinate.Value < size / 2 ? coordinate : Coordinate.Relative(coordinate.Value - size);
}
