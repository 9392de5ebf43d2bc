namespace Recalc.Values;

/// <summary>
/// The conversions that operators and arguments make of single values. An error stays the error it is; what cannot be converted
/// becomes <c>#VALUE!</c>. (What ranges leave out instead of converting is the functions' business.)
/// </summary>
internal static class Coercion
{
    /// <summary>As arithmetic does: blank is 0, FALSE is 0, TRUE is 1, text is what <see cref="TextNumber"/> reads in it.</summary>
    public static bool TryToNumber(in CellValue value, TextConversion conversion, out double number, out ErrorKind error)
    {
        error = default;
        number = 0;
        switch (value.Kind)
        {
            case CellValueKind.Number:
                number = value.AsNumber();
                return true;
            case CellValueKind.Blank:
                return true;
            case CellValueKind.Logical:
                number = value.AsLogical() ? 1 : 0;
                return true;
            case CellValueKind.Error:
                error = value.AsError();
                return false;
            default:
                if (TextNumber.TryParse(value.AsText(), conversion, out number)) return true;
                error = ErrorKind.Value;
                return false;
        }
    }

    /// <summary>As <c>&amp;</c> does: blank is empty, numbers are what <see cref="NumberText"/> writes, logicals TRUE and FALSE.</summary>
    public static bool TryToText(in CellValue value, out string text, out ErrorKind error)
    {
        error = default;
        text = "";
        switch (value.Kind)
        {
            case CellValueKind.Text:
                text = value.AsText();
                return true;
            case CellValueKind.Number:
                text = NumberText.Of(value.AsNumber());
                return true;
            case CellValueKind.Logical:
                text = OfLogical(value.AsLogical());
                return true;
            case CellValueKind.Error:
                error = value.AsError();
                return false;
            default:
                return true;
        }
    }

    /// <summary>As the condition of IF does: blank and 0 are FALSE, other numbers TRUE; text must be TRUE or FALSE, in any case.</summary>
    public static bool TryToLogical(in CellValue value, out bool logical, out ErrorKind error)
    {
        error = default;
        logical = false;
        switch (value.Kind)
        {
            case CellValueKind.Logical:
                logical = value.AsLogical();
                return true;
            case CellValueKind.Number:
                logical = value.AsNumber() != 0;
                return true;
            case CellValueKind.Blank:
                return true;
            case CellValueKind.Error:
                error = value.AsError();
                return false;
            default:
                if (TryToLogical(value.AsText(), out logical)) return true;
                error = ErrorKind.Value;
                return false;
        }
    }

    private static bool TryToLogical(string text, out bool logical)
    {
        logical = text.Equals(OfLogical(true), StringComparison.OrdinalIgnoreCase);
        return logical || text.Equals(OfLogical(false), StringComparison.OrdinalIgnoreCase);
    }

    private static string OfLogical(bool value) => value ? "TRUE" : "FALSE";
}
