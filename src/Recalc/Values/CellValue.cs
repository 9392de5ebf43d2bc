using System.Globalization;

namespace Recalc.Values;

/// <summary>
/// The value of a cell: blank, a number, text, a logical or an error. <c>default</c> is blank. Immutable; safe to share; 16 bytes, and
/// only text has anything on the heap.
/// </summary>
/// <remarks>Equality is identity of values, not Excel's <c>=</c>: <c>"a"</c> and <c>"A"</c> differ here, and blank is not zero.</remarks>
public readonly struct CellValue : IEquatable<CellValue>
{
    // The word, xor-ed with Blank so that default(CellValue) is blank.
    private readonly ulong _bits;
    private readonly string? _text;

    // The slot of a text belongs to the column it came from; it is dropped, so that texts are equal by their content.
    internal CellValue(CellWord word, string? text = null) =>
        (_bits, _text) = ((text is null ? word : CellWord.FromSlot(WordTag.Text, default)).Bits ^ CellWord.Blank.Bits, text);

    /// <summary>The value of an empty cell.</summary>
    public static CellValue Blank => default;

    /// <summary>A number. Negative zero becomes zero; NaN and the infinities become <c>#NUM!</c>, for no cell holds them.</summary>
    public static CellValue FromNumber(double number) => new(CellWord.FromNumber(number));

    /// <summary>Text; it may be empty, which is not the same as blank.</summary>
    public static CellValue FromText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new CellValue(default, text);
    }

    /// <summary>TRUE or FALSE.</summary>
    public static CellValue FromLogical(bool value) => new(CellWord.FromLogical(value));

    /// <summary>An error value.</summary>
    public static CellValue FromError(ErrorKind kind) => new(CellWord.FromError(kind));

    /// <summary>Which kind of value this is.</summary>
    public CellValueKind Kind
    {
        get
        {
            var word = Word;
            if (word.IsNumber) return CellValueKind.Number;
            if (_text is not null) return CellValueKind.Text;
            if (word.IsLogical) return CellValueKind.Logical;
            return word.IsError ? CellValueKind.Error : CellValueKind.Blank;
        }
    }

    /// <summary>True for the value of an empty cell.</summary>
    public bool IsBlank => _bits == 0;

    /// <summary>The number.</summary>
    /// <exception cref="InvalidOperationException">The value is no number; look at <see cref="Kind"/> first.</exception>
    public double AsNumber() => Word.IsNumber ? Word.Number : throw NotA("number");

    /// <summary>The text.</summary>
    /// <exception cref="InvalidOperationException">The value is no text; look at <see cref="Kind"/> first.</exception>
    public string AsText() => _text ?? throw NotA("text");

    /// <summary>The logical.</summary>
    /// <exception cref="InvalidOperationException">The value is no logical; look at <see cref="Kind"/> first.</exception>
    public bool AsLogical() => Word.IsLogical ? Word.IsTrue : throw NotA("logical");

    /// <summary>The kind of error.</summary>
    /// <exception cref="InvalidOperationException">The value is no error; look at <see cref="Kind"/> first.</exception>
    public ErrorKind AsError() => Word.IsError ? Word.Error : throw NotA("error");

    /// <summary>The number, if the value is one.</summary>
    public bool TryGetNumber(out double number)
    {
        number = Word.IsNumber ? Word.Number : 0;
        return Word.IsNumber;
    }

    /// <summary>The word; for text its slot means nothing.</summary>
    internal CellWord Word => new(_bits ^ CellWord.Blank.Bits);

    /// <summary>The text, or null for other kinds.</summary>
    internal string? TextOrNull => _text;

    /// <summary>A number as a value.</summary>
    public static implicit operator CellValue(double number) => FromNumber(number);

    /// <summary>Text as a value; null is blank.</summary>
    public static implicit operator CellValue(string? text) => text is null ? Blank : FromText(text);

    /// <summary>A logical as a value.</summary>
    public static implicit operator CellValue(bool value) => FromLogical(value);

    /// <summary>An error as a value.</summary>
    public static implicit operator CellValue(ErrorKind kind) => FromError(kind);

    /// <summary>The value as an invariant text: numbers with the digits that round-trip, logicals as TRUE and FALSE, blank as nothing.</summary>
    public override string ToString() => Kind switch
    {
        CellValueKind.Number => Word.Number.ToString("R", CultureInfo.InvariantCulture),
        CellValueKind.Text => _text!,
        CellValueKind.Logical => Word.IsTrue ? "TRUE" : "FALSE",
        CellValueKind.Error => ErrorText.Of(Word.Error),
        _ => "",
    };

    /// <inheritdoc/>
    public bool Equals(CellValue other) => _bits == other._bits && string.Equals(_text, other._text, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is CellValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _text is null ? HashCode.Combine(_bits) : _text.GetHashCode(StringComparison.Ordinal);

    /// <summary>True when both are the same value.</summary>
    public static bool operator ==(CellValue left, CellValue right) => left.Equals(right);

    /// <summary>True when they are different values.</summary>
    public static bool operator !=(CellValue left, CellValue right) => !left.Equals(right);

    private InvalidOperationException NotA(string kind) => new($"The value is no {kind} but {Kind}: {this}");
}
