using System.Globalization;
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

    /// <summary>
    /// The value that <paramref name="text"/> stands for. Nothing where a number, logical, error or position should be is a blank cell;
    /// an error that is spelled like none of Excel's (LibreOffice writes <c>Err:502</c>) is #UNKNOWN!.
    /// </summary>
    public CellValue Read(PartReader reader, CellType type, ReadOnlySpan<char> text, int valueMetadata = 0)
    {
        if (type is CellType.FormulaString or CellType.InlineString) return CellValue.FromText(_pool.Decode(text));
        if (text.IsWhiteSpace()) return CellValue.Blank;
        switch (type)
        {
            case CellType.Number:
                if (NumberText.TryParse(text, out var number)) return CellValue.FromNumber(number);
                break;
            case CellType.SharedString:
                if (int.TryParse(text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var index))
                    return CellValue.FromText(strings.Find(index) ?? throw NoSharedString(reader, index));
                break;
            case CellType.Logical:
                if (text.Trim() is "1" or "true" or "TRUE") return CellValue.FromLogical(true);
                if (text.Trim() is "0" or "false" or "FALSE") return CellValue.FromLogical(false);
                break;
            case CellType.Error:
                if (valueMetadata > 0 && metadata.ErrorOf(valueMetadata) is { } rich) return CellValue.FromError(rich);
                return CellValue.FromError(ErrorText.TryParse(text.Trim(), out var kind) ? kind : ErrorKind.Unknown);
            case CellType.Date:
                if (DateText.TryParse(text, dates, out var serial) || NumberText.TryParse(text, out serial)) return CellValue.FromNumber(serial);
                break;
        }
        throw reader.Error($"'{PartReader.Excerpt(text)}' is no value for a cell of type {type}.");
    }

    private WorkbookFormatException NoSharedString(PartReader reader, int index) =>
        reader.Error($"The cell refers to shared string {index}, of which there are {strings.Count}.");
}
