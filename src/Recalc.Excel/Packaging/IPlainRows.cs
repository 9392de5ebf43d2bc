namespace Recalc.Excel.Packaging;

/// <summary>Takes rows of a sheet as bytes, when they are spelled as Excel spells them.</summary>
internal interface IPlainRows
{
    /// <summary>True when the end of a row is the last thing that the XML reader has reported, and it ends at this place.</summary>
    bool IsAt(int line, int column);

    /// <summary>
    /// Takes the row at the start of <paramref name="text"/> and returns its length; 0 when the row is not plain, or when anything is wrong
    /// with it. It is then read again as XML, and what was taken of it is set anew.
    /// </summary>
    int TryRead(ReadOnlySpan<byte> text);
}
