using System.Globalization;
using Recalc.Addressing;
using Recalc.Names;
using Recalc.Syntax;
using Recalc.Values;

namespace Recalc.Scripts;

/// <content>Leaves: literals, references, names; and the elements of array constants.</content>
internal sealed partial class Compiler
{
    /// <summary>Numbers of at most this many digits are read without rounding by integer arithmetic.</summary>
    private const int ExactDigits = 15;

    /// <summary>The elements of the array constant that is being read, row by row.</summary>
    private readonly List<CellValue> _elements = [];

    /// <summary>The last number of the formula's text, and where its constant was written: a sign that follows is folded into it.</summary>
    private double _lastNumber;
    private int _lastConstant;

    private void Leaf(in SyntaxRecord record, ReadOnlySpan<byte> text, Mode mode)
    {
        switch (record.Kind)
        {
            case SyntaxKind.Reference:
                var area = Area(record);
                var opcode = mode == Mode.Value && area.Shape == ReferenceShape.Cell && !IsSpan(record, text) ? Opcode.Cell : Opcode.Range;
                _script.Emit(opcode, _pools.References.Intern(new ScriptReference(Qualifier(record, text), area)));
                break;
            case SyntaxKind.Name:
                NamedValue(Qualifier(record, text), Spelling(record, text));
                break;
            case SyntaxKind.Structured:
                Structured(record, text);
                break;
            case SyntaxKind.Number:
                (_lastConstant, _lastNumber) = (_script.Count, Number(Spelling(record, text)));
                Constant(_lastNumber);
                break;
            default:
                Constant(Literal(record, text));
                break;
        }
    }

    private bool IsSpan(in SyntaxRecord record, ReadOnlySpan<byte> text) => record.IsQualified && _pools.Qualifiers[Qualifier(record, text)].IsSpan;

    private void Constant(CellValue value) => _script.Emit(Opcode.Constant, _pools.Constants.Intern(value));

    private CellValue Literal(in SyntaxRecord record, ReadOnlySpan<byte> text) => record.Kind switch
    {
        SyntaxKind.Number => Number(Spelling(record, text)),
        SyntaxKind.Text => Utf8Lens.Decode(Spelling(record, text)[1..^1]).Replace("\"\"", "\"", StringComparison.Ordinal),
        SyntaxKind.Logical => (Spelling(record, text)[0] | 0x20) == 't',
        SyntaxKind.Error when ErrorText.ReadPrefix(Spelling(record, text), out var error) > 0 => error,
        _ => new CellValue(CellWord.Omitted),
    };

    private static double Number(ReadOnlySpan<byte> digits)
    {
        var value = 0L;
        // Of a number that is typed in 15 digits count, here as in a cell.
        if (digits.Length > ExactDigits)
            return TextNumber.TryParsePlain(Utf8Lens.Decode(digits), out var typed) ? typed : double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture);
        foreach (var digit in digits)
        {
            if ((uint)(digit - '0') > 9) return double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture);
            value = value * 10 + (digit - '0');
        }
        return value;
    }

    // The number is the last thing written: it is written again with its sign.
    private void NegateNumber()
    {
        _script.CutTo(_lastConstant);
        Constant(-_lastNumber);
    }

    private void NamedValue(int qualifier, ReadOnlySpan<byte> spelling)
    {
        var symbol = _pools.Symbols.Intern(FunctionSpelling.StripParameter(spelling));
        if (qualifier == 0 && TryFindLocal(symbol, out var local)) _script.Emit(Opcode.Local, 2 * local);
        else _script.Emit(Opcode.Name, _pools.Names.Intern(new ScriptName(qualifier, symbol)));
    }

    private void Structured(in SyntaxRecord record, ReadOnlySpan<byte> text)
    {
        var spelling = Utf8Lens.Decode(Spelling(record, text));
        var open = spelling.IndexOf('[', StringComparison.Ordinal);
        if (!StructuredReferenceReader.TryRead(spelling.AsSpan(open), out var structure))
        {
            Constant(ErrorKind.Name);
            return;
        }
        var symbol = _pools.Symbols.Intern(spelling.AsSpan(0, open));
        _script.Emit(Opcode.Name, _pools.Names.Intern(new ScriptName(Qualifier(record, text), symbol, structure)));
    }

    // Elements come in post-order too, so a sign comes right after its number.
    private void Element(in SyntaxRecord record, ReadOnlySpan<byte> text)
    {
        if (record.Kind == SyntaxKind.Negate && _elements[^1].TryGetNumber(out var number)) _elements[^1] = -number;
        else if (record.Children == 0) _elements.Add(Literal(record, text));
    }

    private void ArrayOf(in SyntaxRecord record)
    {
        var array = new ArrayConstant(record.Children, _elements.Count / record.Children, [.. _elements]);
        _elements.Clear();
        _script.Emit(Opcode.Array, _pools.Arrays.Intern(array));
    }
}
