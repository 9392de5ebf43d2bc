using Recalc.Recalculation;

namespace Recalc;

/// <content>Forks: workbooks that begin as copies, and share all that neither changes.</content>
public sealed partial class Workbook : IDisposable
{
    // A fork.
    private Workbook(Workbook parent)
    {
        (Options, Formulas, _reader) = (parent.Options, parent.Formulas, parent._reader);
        (DateSystem, Calculation) = (parent.DateSystem, parent.Calculation);
        (_contents, _areContentsShared, parent._areContentsShared) = (parent._contents, true, true);
        Engine = parent.Engine.Fork(EngineOptionsOf(parent.Engine.Options));
        Model = Engine.Model;
        _sheets.EnsureCapacity(parent._sheets.Count);
        foreach (var sheet in parent._sheets) _sheets.Add(new Sheet(this, sheet, Model[sheet.Id]));
        Engine.Context = new ComputeContext(this);
    }

    /// <summary>
    /// A workbook of its own that begins as a copy of this one: values, formulas, names, C# nodes, and what was computed. Edits of one are not seen by the other, nor by other
    /// forks; a fork can be forked in its turn, and outlives its parent. Each workbook of the family may be used on a thread of its own. What is kept of linked workbooks is shared.
    /// </summary>
    /// <remarks>
    /// Takes microseconds, in proportion to the sheets and not to their cells: pages are shared, and copied when one of the family writes them first. The first formula that is set or
    /// removed on a sheet of a fork copies where the formulas of that sheet lie. Dispose a fork that is not needed any more, and its pages are given back at once.
    /// </remarks>
    /// <exception cref="InvalidOperationException">A C# node or function asks while it runs.</exception>
    /// <exception cref="ObjectDisposedException">The workbook was disposed.</exception>
    public Workbook Fork() => new(this);

    /// <summary>Gives the memory back at once that no other workbook of the family holds. Forks live on; the workbook itself throws whatever is asked of it.</summary>
    public void Dispose() => Engine.Dispose();

    private EngineOptions EngineOptionsOf(EngineOptions options) => options with { Dates = () => DateSystem, Waves = Waves, NameOf = NameOf };

    // What is there beside cells, to be changed.
    private WorkbookContents OwnNames()
    {
        Model.OwnNames();
        if (_areContentsShared) (_contents, _areContentsShared) = (_contents.Copy(), false);
        return _contents;
    }

    private Table Localize(Table table) => table.Sheet.Workbook == this ? table : table with { Sheet = _sheets[table.Sheet.Id] };
}
