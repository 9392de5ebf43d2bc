namespace Recalc.Syntax;

/// <summary>A diagnostic before anybody asked for its text: nothing is formatted while formulas are read.</summary>
internal readonly record struct DiagnosticRecord(DiagnosticCode Code, int Offset, int Length, int Detail = 0)
{
    /// <summary>Bytes of the text that a message quotes.</summary>
    private const int Quoted = 40;

    public Diagnostic ToDiagnostic(string? stream, ReadOnlySpan<byte> text) => new(Code, stream, Offset, Length, Message(Found(text)));

    private string Found(ReadOnlySpan<byte> text)
    {
        var from = Math.Min(Offset, text.Length);
        var rest = text[from..Math.Min(text.Length, from + Length)];
        return rest.Length <= Quoted ? TextLens.Line(rest) : TextLens.Line(rest[..Quoted]) + "…";
    }

    private string Message(string found) => Code switch
    {
        DiagnosticCode.Empty => "There is no formula here.",
        DiagnosticCode.OperandExpected when Length == 0 => "The formula ends where a value, a reference or a function is expected.",
        DiagnosticCode.OperandExpected => $"A value, a reference or a function is expected before '{found}'.",
        DiagnosticCode.OperatorExpected => $"An operator is missing before '{found}'.",
        DiagnosticCode.ReferenceExpected => $"A reference is expected here: '{found}' is none.",
        DiagnosticCode.Unclosed when Detail > 1 =>
            $"This '{found}' is never closed, and {Detail - 1} before it {(Detail == 2 ? "is" : "are")} not either.",
        DiagnosticCode.Unclosed => $"This '{found}' is never closed.",
        DiagnosticCode.Unopened => $"This '{found}' closes nothing.",
        DiagnosticCode.UnclosedText => "This text has no closing quote; a quote within a text is written twice.",
        DiagnosticCode.BadSheetName =>
            "A sheet's name in apostrophes ends with an apostrophe and '!', and one within it is written twice. "
            + "Text stands in double quotes.",
        DiagnosticCode.BadBrackets =>
            "These brackets are no reference: items such as [#All] come before a column or two, "
            + "and [ ] # ' within its name behind an apostrophe.",
        DiagnosticCode.BadNumber => $"'{found}' is no number.",
        DiagnosticCode.BadError => $"'{found}' is no error value.",
        DiagnosticCode.UnexpectedCharacter => $"'{found}' cannot stand here.",
        DiagnosticCode.BadQualified => "A reference or a name is expected behind the sheet.",
        DiagnosticCode.WrongSeparator => $"'{found}' does not separate arguments here.",
        DiagnosticCode.ArrayOfConstants => "An array in braces holds constants only.",
        DiagnosticCode.RaggedArray => "The rows of an array have the same number of columns.",
        DiagnosticCode.TooLong => $"A formula has at most {SyntaxLimits.Characters} characters.",
        DiagnosticCode.TooDeep => $"Functions are nested at most {SyntaxLimits.Nesting} deep.",
        DiagnosticCode.TooManyArguments => $"A function has at most {SyntaxLimits.Arguments} arguments.",
        _ => Code.ToString(),
    };
}
