using System.Text.RegularExpressions;
using System.Xml;

namespace Recalc.Excel.Packaging;

/// <summary>Tells the exceptions that a bad file causes from those that a bad program causes.</summary>
internal static partial class InputFailure
{
    /// <summary>
    /// True when the file is at fault: its archive, its XML, its numbers, or what the workbook refused to take
    /// (<see cref="ArgumentException"/> and <see cref="InvalidOperationException"/> of its members).
    /// </summary>
    public static bool IsOfInput(Exception e) => e is InvalidDataException or IOException or XmlException or NotSupportedException
        or FormatException or OverflowException or ArgumentException or InvalidOperationException;

    /// <summary>What is wrong, without the places and parameters that the message of the exception repeats.</summary>
    public static string Describe(Exception e) => e switch
    {
        // The reader refuses a document type without saying where.
        XmlException { LineNumber: 0 } xml when xml.Message.Contains("DTD", StringComparison.Ordinal) =>
            "The XML has a document type declaration, which no part of a workbook may have.",
        XmlException xml => $"The XML cannot be read: {OtherPlace().Replace(CutTail(xml.Message, $" Line {xml.LineNumber},"), "")}",
        ArgumentException { ParamName: { } parameter } => CutTail(e.Message, $" (Parameter '{parameter}')"),
        EndOfStreamException => "The file ends too early; it was cut off.",
        _ => e.Message,
    };

    // Where a start tag stood is counted without the rows that the XML reader was not shown.
    [GeneratedRegex(@" on line \d+ position \d+")]
    private static partial Regex OtherPlace();

    private static string CutTail(string message, string tail)
    {
        var at = message.LastIndexOf(tail, StringComparison.Ordinal);
        return at < 0 ? message : message[..at];
    }
}
