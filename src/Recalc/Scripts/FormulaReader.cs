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

    /// <summary>
    /// Compiles the formulas anew that speak of a name which a function has from now on. Whoever runs an old script meanwhile finds the function by its name.
    /// </summary>
    public void CompileAgain(string name)
    {
        if (!_formulas.Pools.Symbols.TryFind(name, out var symbol)) return;
        var text = new ByteWriter();
        for (var i = 0; i < _formulas.Count; i++)
        {
            var id = new FormulaId(i);
            if (_formulas.HasErrors(id) || !SpeaksOf(_formulas.Pools.Scripts[_formulas.ScriptOf(id)], symbol)) continue;
            _formulas.Print(id, default, FormulaDialect.R1C1, text);
            _parser.Parse(text.Written, FormulaDialect.R1C1);
            var flavor = _formulas.FlavorOf(id);
            NormalForm.Write(_buffer, text.Written, default, flavor, FormulaDialect.R1C1, _formulas.Pools.Qualifiers, _form);
            // What reads as something else in this dialect stays as it is.
            if (!_buffer.HasErrors && _form.Written.SequenceEqual(_formulas.FormOf(id)))
                _formulas.SetScript(id, _compiler.Compile(text.Written, default, FormulaDialect.R1C1, flavor));
        }
    }

    private bool SpeaksOf(ReadOnlySpan<byte> script, int symbol)
    {
        var pools = _formulas.Pools;
        var reader = new ScriptReader(script);
        while (!reader.IsAtEnd)
        {
            var opcode = reader.Read(out var item);
            if (opcode == Opcode.Call) reader.ReadOperand();
            if (opcode == Opcode.Name && pools.Names[item].Symbol == symbol) return true;
            if (opcode == Opcode.Lambda && SpeaksOf(pools.Scripts[pools.Lambdas[item].Script], symbol)) return true;
        }
        return false;
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
