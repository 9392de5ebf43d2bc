namespace Recalc.League.Models;

/// <summary>
/// The model as a program written for it alone would hold it: arrays of doubles, one a column, and a scalar loop that computes every
/// column and the total. Where not said otherwise its arrays are allocated and touched before the clock starts, so that it takes no page
/// fault, while the workbook takes pages for its results inside the timed part. A loop has no graph: after an edit it runs from end to end.
/// </summary>
internal sealed class LoopModel(Func<double> calculate) : IModel
{
    private readonly List<CellEdit> _edits = [];
    private double _checksum;

    public IReadOnlyList<CellEdit> Edits => _edits;

    public void Calculate() => _checksum = calculate();

    /// <summary>Nothing: the loop reads no result of the time before.</summary>
    public void Forget() { }

    public double Read() => _checksum;

    /// <summary>A column for results, every page of it in memory.</summary>
    public static double[] Column(int rows)
    {
        var column = new double[rows];
        Array.Fill(column, double.NaN);
        return column;
    }

    /// <summary>An edit that sets an input and runs the loop again; it reads the checksum.</summary>
    public LoopModel With(string name, Action<int> set) => With(new CellEdit(name, set, calculate));

    public LoopModel With(CellEdit edit)
    {
        _edits.Add(edit);
        return this;
    }
}
