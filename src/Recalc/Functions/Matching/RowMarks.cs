using System.Numerics;

namespace Recalc.Functions.Matching;

/// <summary>Which of up to 4,096 rows, one below the other, meet a criterion: a bit a row, in words of 64 that the caller lends.</summary>
internal readonly ref struct RowMarks(Span<ulong> words)
{
    /// <summary>The most rows.</summary>
    public const int MaxRows = 1 << 12;

    /// <summary>The words that are needed for the most rows.</summary>
    public const int MaxWords = MaxRows / LineRows;

    /// <summary>Rows of a word.</summary>
    public const int LineRows = 64;

    private readonly Span<ulong> _words = words;

    /// <summary>Marks for so many rows in words that are long enough; bits past the rows stay clear as long as nobody sets them.</summary>
    public static RowMarks Of(Span<ulong> words, int rows) => new(words[..((rows + LineRows - 1) / LineRows)]);

    public bool IsEmpty => !_words.ContainsAnyExcept(0UL);

    public int Count
    {
        get
        {
            var count = 0;
            foreach (var word in _words) count += BitOperations.PopCount(word);
            return count;
        }
    }

    public void Clear() => _words.Clear();

    /// <summary>Marks the rows from one to another, the last not included.</summary>
    public void Set(int from, int to)
    {
        for (var row = from; row < to; row += LineRows - (row & (LineRows - 1)))
        {
            var last = Math.Min(to, (row | (LineRows - 1)) + 1);
            _words[row / LineRows] |= (ulong.MaxValue >> (LineRows - (last - row))) << row;
        }
    }

    /// <summary>Marks of the 64 rows from one on those whose bits are set.</summary>
    public void Or(int row, ulong bits)
    {
        var shift = row & (LineRows - 1);
        _words[row / LineRows] |= bits << shift;
        if (shift != 0 && bits >> (LineRows - shift) is not 0 and var rest) _words[row / LineRows + 1] |= rest;
    }

    /// <summary>The bits of the 64 rows from one on; clear past the last.</summary>
    public ulong Line(int row)
    {
        var (index, shift) = (row / LineRows, row & (LineRows - 1));
        var bits = _words[index] >> shift;
        return shift != 0 && index + 1 < _words.Length ? bits | _words[index + 1] << (LineRows - shift) : bits;
    }

    /// <summary>Keeps only the marks that others have too.</summary>
    public void And(RowMarks others)
    {
        for (var i = 0; i < _words.Length; i++) _words[i] &= others._words[i];
    }

    /// <summary>Takes a mark away.</summary>
    public void Clear(int row) => _words[row / LineRows] &= ~(1UL << row);

    /// <summary>The first marked row from one on; -1 when there is none.</summary>
    public int Next(int row)
    {
        for (var index = row / LineRows; index < _words.Length; index++)
        {
            var bits = _words[index] & (index == row / LineRows ? ulong.MaxValue << row : ulong.MaxValue);
            if (bits != 0) return index * LineRows + BitOperations.TrailingZeroCount(bits);
        }
        return -1;
    }
}
