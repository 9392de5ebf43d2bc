namespace Recalc.Values;

/// <summary>What a word that is no number stands for: three bits in the negative quiet NaNs.</summary>
internal enum WordTag : byte
{
    /// <summary>A NaN made by arithmetic (<c>0/0</c> gives this very pattern). Never stored.</summary>
    ArithmeticNaN = 0,

    /// <summary>Blank, omitted, a logical, or an error.</summary>
    Atom = 1,

    /// <summary>Text; the payload is its slot in the side column.</summary>
    Text = 2,

    /// <summary>A reference to one cell; the payload is sheet, column, row.</summary>
    CellReference = 3,

    /// <summary>Any other reference: area, union, 3-D.</summary>
    Reference = 4,

    /// <summary>An array.</summary>
    Array = 5,

    /// <summary>A lambda or an object of the host.</summary>
    Object = 6,

    /// <summary>A callback: not yet a value.</summary>
    Callback = 7,

    /// <summary>Not a tag: the word is a number.</summary>
    Number = 8,
}
