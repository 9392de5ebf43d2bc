using System.Buffers;

namespace Recalc.Excel.Packaging;

/// <summary>
/// The bytes of a part on their way to the XML reader. Rows of a sheet that are spelled plainly go to <see cref="Rows"/> instead, which
/// is several times as fast; the XML reader sees the part without them.
/// </summary>
/// <remarks>
/// Bytes are taken for a row only where one must begin: right behind the end of a row which the XML reader has reported at the very place
/// where its bytes end. What it reads ahead, or takes for a comment, can therefore not lead astray. Plain rows have no line breaks.
/// </remarks>
internal sealed class MarkupStream(Stream source) : ReadOnlyStream
{
    /// <summary>
    /// Bytes between two marks: the longest name, attribute, comment or skipped text. A reader has to hold such a thing at
    /// once.
    /// </summary>
    public const int MaxTokenBytes = 4 << 20;

    private const int WindowSize = 1 << 16;
    private const int MaxWindowSize = 1 << 22;

    private byte[] _window = ArrayPool<byte>.Shared.Rent(WindowSize);
    private int _start;
    private int _end;

    // Bytes at the start of the window that are already decided to go to the XML reader.
    private int _piece;
    private bool _endsRow;

    private long _delivered;
    private long _mark;

    // Where the XML reader believes to be, and how many characters of that line it was not shown.
    private int _line = 1;
    private int _column;
    private int _hidden;
    private bool _isInRow;

    /// <summary>Who takes plain rows; null while there can be none.</summary>
    public IPlainRows? Rows { get; set; }

    /// <summary>Says that the reader has come to a new token.</summary>
    public void Mark() => _mark = _delivered;

    /// <summary>The true place of what the XML reader takes for this one.</summary>
    public (int Line, int Column) Locate(int line, int column)
    {
        if (_isInRow) return (_line, _column + _hidden + 1);
        return line == _line ? (line, column + _hidden) : (line, column);
    }

    public override int Read(Span<byte> buffer)
    {
        if (_delivered - _mark > MaxTokenBytes)
            throw new InvalidDataException($"A name, attribute, comment or text has more than {MaxTokenBytes} bytes.");
        if (_piece == 0)
        {
            if (_endsRow && Rows is { } rows && rows.IsAt(_line, _column)) ReadRows(rows);
            if (_start == _end && !Fill()) return 0;
            CutPiece(buffer.Length);
        }
        var count = Math.Min(buffer.Length, _piece);
        _window.AsSpan(_start, count).CopyTo(buffer);
        _start += count;
        _piece -= count;
        _delivered += count;
        return count;
    }

    private void ReadRows(IPlainRows rows)
    {
        while (true)
        {
            var rest = _window.AsSpan(_start, _end - _start);
            var length = rest.IndexOf("</row>"u8);
            if (length < 0)
            {
                if (Fill()) continue;
                return;
            }
            _isInRow = true;
            length = rows.TryRead(rest[..(length + "</row>"u8.Length)]);
            _isInRow = false;
            if (length == 0) return;
            _start += length;
            _hidden += length;
        }
    }

    /// <summary>
    /// Decides what the XML reader gets next: up to the end of a row where rows are taken, else no more than it asks
    /// for.
    /// </summary>
    private void CutPiece(int wanted)
    {
        var rest = _window.AsSpan(_start, _end - _start);
        var end = Rows is null ? -1 : rest.IndexOf("</row>"u8);
        _endsRow = end >= 0;
        _piece = _endsRow ? end + "</row>"u8.Length : Math.Min(rest.Length, wanted);
        Note(rest[.._piece]);
    }

    private void Note(ReadOnlySpan<byte> piece)
    {
        var lines = piece.Count((byte)'\n');
        if (lines > 0)
        {
            (_line, _column, _hidden) = (_line + lines, 0, 0);
            piece = piece[(piece.LastIndexOf((byte)'\n') + 1)..];
        }
        // The XML reader does not count a byte order mark.
        else if (_delivered == 0 && piece.StartsWith("\uFEFF"u8)) _column--;
        _column += CountCharacters(piece);
    }

    // UTF-16 units of UTF-8, which may be cut anywhere: a first byte counts one, that of four bytes two.
    private static int CountCharacters(ReadOnlySpan<byte> text)
    {
        var count = text.Length;
        foreach (var b in text)
        {
            if ((b & 0xC0) == 0x80) count--;
            else if (b >= 0xF0) count++;
        }
        return count;
    }

    /// <summary>
    /// Gets more bytes behind those that are there; false at the end of the part, or when a row is longer than any should
    /// be.
    /// </summary>
    private bool Fill()
    {
        if (_start > 0)
        {
            _window.AsSpan(_start, _end - _start).CopyTo(_window);
            (_start, _end) = (0, _end - _start);
        }
        if (_end == _window.Length)
        {
            if (_end >= MaxWindowSize) return false;
            var larger = ArrayPool<byte>.Shared.Rent(2 * _end);
            _window.CopyTo(larger, 0);
            ArrayPool<byte>.Shared.Return(_window);
            _window = larger;
        }
        var count = source.Read(_window.AsSpan(_end));
        _end += count;
        return count > 0;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && _window.Length > 0)
        {
            source.Dispose();
            ArrayPool<byte>.Shared.Return(_window);
            _window = [];
            (_start, _end, _piece) = (0, 0, 0);
        }
        base.Dispose(disposing);
    }
}
