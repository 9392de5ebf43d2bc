namespace Recalc;

/// <summary>
/// A file that cannot be read, with the place where it went wrong. Whatever was loaded before is whole.
/// </summary>
public sealed class WorkbookFormatException : Exception
{
    /// <summary>Makes an exception without a place.</summary>
    public WorkbookFormatException() : this("The file cannot be read.") { }

    /// <summary>Makes an exception without a place.</summary>
    public WorkbookFormatException(string message) : base(message) { }

    /// <summary>Makes an exception without a place.</summary>
    public WorkbookFormatException(string message, Exception? innerException) : base(message, innerException) { }

    /// <summary>Makes an exception that says where.</summary>
    /// <param name="problem">What is wrong, as a sentence.</param>
    /// <param name="file">The file's name, or null when it was read from a stream.</param>
    /// <param name="part">The part of the file, such as <c>xl/workbook.xml</c>, or null.</param>
    /// <param name="line">The line in the part, from 1; 0 when unknown.</param>
    /// <param name="column">The position in the line, from 1; 0 when unknown.</param>
    /// <param name="innerException">What was thrown below, or null.</param>
    public WorkbookFormatException(string problem, string? file, string? part, int line = 0, int column = 0, Exception? innerException = null)
        : base(Describe(problem, file, part, line, column), innerException)
    {
        Problem = problem;
        (File, Part, Line, Column) = (file, part, line, column);
    }

    /// <summary>What is wrong, without the place.</summary>
    public string Problem { get; } = "";

    /// <summary>The file's name, or null when it was read from a stream.</summary>
    public string? File { get; }

    /// <summary>The part of the file, or null when the file as a whole is meant.</summary>
    public string? Part { get; }

    /// <summary>The line in the part, from 1; 0 when unknown.</summary>
    public int Line { get; }

    /// <summary>The position in the line, from 1; 0 when unknown.</summary>
    public int Column { get; }

    private static string Describe(string problem, string? file, string? part, int line, int column)
    {
        var place = string.Join(", ", new[] { file, part, line > 0 ? $"line {line}" : null, column > 0 ? $"position {column}" : null }.Where(p => p is not null));
        return place.Length == 0 ? problem : $"{place}: {problem}";
    }
}
