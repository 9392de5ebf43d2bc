using Recalc.Excel.Packaging;
using Recalc.Values;

namespace Recalc.Excel.Parts;

/// <summary>Turns the text of a cell's value into the value, for sheets and for the kept cells of links.</summary>
internal sealed class CellValues(SharedStrings strings, SheetMetadata metadata, DateSystem dates)
{
    private readonly TextPool _pool = new();

    /// <summary>Which type an attribute <c>t</c> names.</summary>
    public static CellType ReadType(PartReader reader, ReadOnlySpan<char> text) => text switch
    {
        "n" or "" => CellType.Number,
        "s" => CellType.SharedString,
        "str" => CellType.FormulaString,
        "b" => CellType.Logical,
        "e" => CellType.Error,
        "inlineStr" => CellType.InlineString,
        "d" => CellType.Date,
        _ => throw reader.Error($"'{PartReader.Excerpt(text)}' is no type of cell."),
    };

    /// <summary>The value that <paramref name="text"/> stands for.</summary>
    public CellValue Read(PartReader reader, CellType type, ReadOnlySpan<char> text, int valueMetadata = 0) =>
        TryRead(type, text, valueMetadata, out var value) ? value : throw reader.Error(Fault(type, text));

    /// <summary>
    /// The value that <paramref name="text"/> stands for; false when it stands for none. Nothing where a number, logical, error or position
    /// should be is a blank cell; an error that is spelled like none of Excel's (LibreOffice writes <c>Err:502</c>) is #UNKNOWN!.
    /// </summary>
    public bool TryRead(CellType type, ReadOnlySpan<char> text, int valueMetadata, out CellValue value)
    {
        value = default;
        if (type is CellType.FormulaString or CellType.InlineString)
        {
            value = CellValue.FromText(_pool.Decode(text));
            return true;
        }
        if (type == CellType.Number && NumberText.TryParse(text, out var number))
        {
            value = CellValue.FromNumber(number);
            return true;
        }
        text = text.Trim();
        if (text.IsEmpty) return true;
        switch (type)
        {
            case CellType.SharedString when CellReference.TryParseIndex(text, out var index) && strings.Find(index) is { } shared:
                value = CellValue.FromText(shared);
                return true;
            case CellType.Logical when text is "1" or "true" or "TRUE" or "0" or "false" or "FALSE":
                value = CellValue.FromLogical(text is "1" or "true" or "TRUE");
                return true;
            case CellType.Error:
                value = CellValue.FromError(ReadError(text, valueMetadata));
                return true;
            case CellType.Date when DateText.TryParse(text, dates, out var serial) || NumberText.TryParse(text, out serial):
                value = CellValue.FromNumber(serial);
                return true;
            default: return false;
        }
    }

    private ErrorKind ReadError(ReadOnlySpan<char> text, int valueMetadata)
    {
        if (valueMetadata > 0 && metadata.ErrorOf(valueMetadata) is { } rich) return rich;
        return ErrorText.TryParse(text, out var kind) ? kind : ErrorKind.Unknown;
    }

    private string Fault(CellType type, ReadOnlySpan<char> text) =>
        type == CellType.SharedString && CellReference.TryParseIndex(text.Trim(), out var index)
        ? $"The cell refers to shared string {index}, of which there are {strings.Count}."
        : $"'{PartReader.Excerpt(text)}' is no value for a cell of type {type}.";
}
