using System.Globalization;
using Recalc.Excel.Packaging;
using Recalc.Values;

namespace Recalc.Excel.Parts;

/// <summary>
/// The rich values of a workbook that are errors ([MS-XLSX] 2.6, structure <c>_error</c>); the other kinds are passed
/// over.
/// </summary>
internal sealed class RichErrors
{
    private readonly List<ErrorKind?> _errors = [];

    public static RichErrors Empty { get; } = new();

    /// <summary>Reads the structures: for each, which of its values is the type of an error; -1 when it is no error.</summary>
    public static List<int> ReadStructures(PartReader reader)
    {
        var result = new List<int>();
        reader.MoveToRoot("rvStructures", anyNamespace: true);
        for (var children = reader.AllChildren(); children.MoveNext();)
        {
            if (reader.Name != "s") continue;
            var isError = reader["t"] == "_error";
            var (position, count) = (-1, 0);
            for (var keys = reader.AllChildren(); keys.MoveNext(); count++)
                if (isError && reader["n"] == "errorType") position = count;
            result.Add(position);
        }
        return result;
    }

    /// <summary>Reads the values.</summary>
    public static RichErrors Read(PartReader reader, List<int> structures)
    {
        var result = new RichErrors();
        var buffer = new CharBuffer(reader.Budget.Options.MaxTextLength);
        reader.MoveToRoot("rvData", anyNamespace: true);
        for (var children = reader.AllChildren(); children.MoveNext();)
        {
            if (reader.Name != "rv") continue;
            var structure = reader.Integer("s") ?? -1;
            var position = (uint)structure < (uint)structures.Count ? structures[structure] : -1;
            ErrorKind? kind = null;
            var count = 0;
            for (var values = reader.AllChildren(); values.MoveNext(); count++)
            {
                if (count != position) continue;
                buffer.Clear();
                buffer.AppendContent(reader);
                kind = Kind(buffer.Span);
            }
            result._errors.Add(kind);
        }
        return result;
    }

    /// <summary>The error at a position; null when there is none.</summary>
    public ErrorKind? Find(int index) => (uint)index < (uint)_errors.Count ? _errors[index] : null;

    // Files count error types from 0, ERROR.TYPE from 1.
    private const int LastType = (int)ErrorKind.Busy - 1;

    private static ErrorKind? Kind(ReadOnlySpan<char> text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var type) && type <= LastType
            && Enum.IsDefined((ErrorKind)(type + 1))
            ? (ErrorKind)(type + 1)
            : null;
}
