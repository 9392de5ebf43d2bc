using System.Globalization;
using Recalc.Addressing;

namespace Recalc.League.Models;

/// <summary>A model in a workbook: one sheet, or more, filled through the API as any program would.</summary>
internal sealed class EngineModel : IModel
{
    private readonly List<CellEdit> _edits = [];
    private Func<double>? _read;

    public Workbook Book { get; } = new();

    public IReadOnlyList<CellEdit> Edits => _edits;

    /// <summary>Whether the checksum alone rests on every formula, so that reading it is another way to calculate the whole model.</summary>
    public bool ReadsAll { get; private set; }

    public void Calculate() => Book.Recalculate();

    public void Forget() => Book.Invalidate();

    public double Read() => _read!();

    public static CellAddress At(int column, int row) => new(column, row);

    public static double Number(Sheet sheet, CellAddress cell) => sheet[cell].AsNumber();

    /// <summary>Columns of numbers from column <paramref name="first"/> on, each as long as its array.</summary>
    public static void Load(Sheet sheet, int first, params ReadOnlySpan<double[]> columns)
    {
        var loader = sheet.BeginLoad();
        for (var c = 0; c < columns.Length; c++)
            for (var row = 0; row < columns[c].Length; row++) loader.SetNumber(At(first + c, row), columns[c][row]);
    }

    /// <summary>A formula down a column, from one row to another (from zero, both included); nothing when there are none.</summary>
    public static void Fill(Sheet sheet, int column, int firstRow, int lastRow, string formula)
    {
        if (lastRow >= firstRow) sheet.SetFormula(new CellRange(column, firstRow, column, lastRow), formula);
    }

    /// <summary>A formula, spelled as in no culture.</summary>
    public static string Text(FormattableString formula) => formula.ToString(CultureInfo.InvariantCulture);

    public EngineModel Checksum(Func<double> read, bool readsAll)
    {
        (_read, ReadsAll) = (read, readsAll);
        return this;
    }

    public EngineModel With(CellEdit edit)
    {
        _edits.Add(edit);
        return this;
    }
}
