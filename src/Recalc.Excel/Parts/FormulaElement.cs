using Recalc.Addressing;
using Recalc.Excel.Packaging;

namespace Recalc.Excel.Parts;

/// <summary>What an element <c>f</c> says. One instance serves all cells of a sheet, one after the other.</summary>
internal sealed class FormulaElement(PartReader reader)
{
    private readonly CharBuffer _attribute = new(reader.Budget.Options.MaxTextLength);

    /// <summary>False for a cell without a formula.</summary>
    public bool IsPresent { get; private set; }

    public FormulaType Type { get; private set; }

    /// <summary>Which shared formula; -1 when the file does not say.</summary>
    public int SharedIndex { get; private set; }

    /// <summary>The rectangle of an array formula or data table. On a shared formula it is a mere hint, and not used.</summary>
    public CellRange? Area { get; private set; }

    /// <summary>The formula as it is stored, without <c>=</c>. Formulas have no escapes as texts have.</summary>
    public CharBuffer Text { get; } = new(reader.Budget.Options.MaxTextLength);

    /// <summary>The inputs of a data table, in the order of the file; null for one that is not there.</summary>
    public string? Input1 { get; private set; }

    /// <inheritdoc cref="Input1"/>
    public string? Input2 { get; private set; }

    public bool HasTwoInputs { get; private set; }
    public bool IsRowInput { get; private set; }

    public void Clear()
    {
        if (!IsPresent) return;
        IsPresent = false;
        Text.Clear();
    }

    /// <summary>Reads the element that the reader stands on, to its end.</summary>
    public void Read()
    {
        Begin(FormulaType.Normal, -1, null);
        ReadAttributes();
        if (Type == FormulaType.DataTable) ReadInputs();
        Text.AppendContent(reader);
    }

    /// <summary>Begins a formula whose attributes are known.</summary>
    public void Begin(FormulaType type, int sharedIndex, CellRange? area)
    {
        IsPresent = true;
        (Type, SharedIndex, Area) = (type, sharedIndex, area);
        Text.Clear();
    }

    private void ReadAttributes()
    {
        var (xml, names) = (reader.Xml, reader.Names);
        if (!xml.MoveToFirstAttribute()) return;
        do
        {
            if (xml.Prefix.Length > 0) continue;
            var name = xml.LocalName;
            if (ReferenceEquals(name, names.Type)) Type = ReadType(Attribute());
            else if (ReferenceEquals(name, names.SharedIndex)) SharedIndex = ReadIndex(Attribute());
            else if (ReferenceEquals(name, names.Area)) Area = ReadArea(Attribute());
        }
        while (xml.MoveToNextAttribute());
        xml.MoveToElement();
    }

    private ReadOnlySpan<char> Attribute()
    {
        _attribute.Clear();
        _attribute.Append(reader);
        return _attribute.Span;
    }

    private FormulaType ReadType(ReadOnlySpan<char> text) => text switch
    {
        "shared" => FormulaType.Shared,
        "array" => FormulaType.Array,
        "dataTable" => FormulaType.DataTable,
        "normal" => FormulaType.Normal,
        _ => throw reader.Error($"'{PartReader.Excerpt(text)}' is no type of formula."),
    };

    private int ReadIndex(ReadOnlySpan<char> text) =>
        CellReference.TryParseIndex(text, out var index)
            ? index
            : throw reader.Error($"'{PartReader.Excerpt(text)}' is no position of a shared formula.");

    private CellRange ReadArea(ReadOnlySpan<char> text) =>
        CellRange.TryParse(text, out var range) ? range : throw reader.Error($"'{PartReader.Excerpt(text)}' is no range of cells.");

    private void ReadInputs()
    {
        (HasTwoInputs, IsRowInput) = (reader.Logical("dt2D"), reader.Logical("dtr"));
        Input1 = ReadInput("r1", "del1");
        Input2 = ReadInput("r2", "del2");
    }

    private string? ReadInput(string reference, string deleted)
    {
        if (reader.Logical(deleted)) return "#REF!";
        if (reader[reference] is not { Length: > 0 } text) return null;
        return CellReference.TryParse<char>(text, out var cell)
            ? cell.ToString()
            : throw reader.Error($"'{PartReader.Excerpt(text)}' is no cell of a sheet.");
    }
}
