namespace Recalc.Syntax;

/// <summary>A mistake in a formula, and where it is. Immutable; safe to share.</summary>
/// <param name="Code">What is wrong.</param>
/// <param name="Stream">The name of the text the offset counts in, such as a cell or a file; null when it has none.</param>
/// <param name="Offset">Where it begins: a byte offset into the text, from zero.</param>
/// <param name="Length">How many bytes it takes up; 0 for a place between two.</param>
/// <param name="Message">What is wrong, as a sentence.</param>
public sealed record Diagnostic(DiagnosticCode Code, string? Stream, int Offset, int Length, string Message)
{
    /// <summary>The stream, the offset and the message in one line.</summary>
    public override string ToString() => $"{(Stream is null ? "" : Stream + ": ")}offset {Offset}: {Message}";

    /// <summary>The line of the text that the mistake is in, with carets under it, and the message: three lines.</summary>
    /// <param name="text">The text that was parsed.</param>
    public string Render(ReadOnlySpan<byte> text)
    {
        var at = Math.Min(Offset, text.Length);
        var from = text[..at].LastIndexOfAny((byte)'\n', (byte)'\r') + 1;
        var rest = text[at..].IndexOfAny((byte)'\n', (byte)'\r');
        var to = rest < 0 ? text.Length : at + rest;
        var indent = TextLens.Width(text[from..at]);
        var carets = Math.Max(1, TextLens.Width(text[at..Math.Min(to, at + Length)]));
        return $"{TextLens.Line(text[from..to])}\n{new string(' ', indent)}{new string('^', carets)}\n{this}";
    }
}
