using Recalc.Addressing;
using Recalc.Syntax;

namespace Recalc.Scripts;

/// <summary>
/// Text → formula. A text is lexed into its normal form; only a form that was never seen is parsed and compiled, so that filling a
/// column down costs a look-up a cell. One reader is used again and again and allocates nothing for a form that is known. For one thread.
/// </summary>
internal sealed class FormulaReader
{
    private readonly FormulaTable _formulas;
    private readonly SyntaxBuffer _buffer = new();
    private readonly Parser _parser;
    private readonly Compiler _compiler;
    private readonly ByteWriter _form = new();
    private readonly OpenFormulaSpelling _spelling = new();

    public FormulaReader(FormulaTable formulas)
    {
        _formulas = formulas;
        _parser = new Parser(_buffer);
        _compiler = new Compiler(formulas.Pools, _buffer);
    }

    public FormulaId Read(ReadOnlySpan<byte> text, CellAddress origin, FormulaFlavor flavor, FormulaDialect dialect)
    {
        if (dialect == FormulaDialect.OpenFormula) return ReadOpenFormula(text, origin, flavor);
        _buffer.Clear();
        if (Parser.IsTooLong(text)) return Unreadable(text, flavor);
        Lexer.Run(text, dialect, _buffer);
        if (_buffer.HasErrors) return Unreadable(text, flavor);
        NormalForm.Write(_buffer, text, origin, flavor, dialect, _formulas.Pools.Qualifiers, _form);
        var id = _formulas.Intern(_form.Written, out var added);
        if (!added) return id;
        _parser.ParseTokens();
        if (!_buffer.HasErrors) _formulas.SetScript(id, _compiler.Compile(text, origin, dialect, flavor));
        return id;
    }

    private FormulaId ReadOpenFormula(ReadOnlySpan<byte> text, CellAddress origin, FormulaFlavor flavor)
    {
        _parser.Parse(text, FormulaDialect.OpenFormula);
        return !_buffer.HasErrors && _spelling.TryTranslate(_buffer, text)
            ? Read(_spelling.Written, origin, flavor, FormulaDialect.A1)
            : Unreadable(text, flavor);
    }

    private FormulaId Unreadable(ReadOnlySpan<byte> text, FormulaFlavor flavor)
    {
        NormalForm.WriteUnreadable(text, flavor, _form);
        return _formulas.Intern(_form.Written, out _);
    }
}
