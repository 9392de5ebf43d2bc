using System.Buffers;

namespace Recalc.Excel.Packaging;

/// <summary>
/// The bytes of a part on their way from inflating to the XML reader: counted, bounded and cancellable. What the package declares
/// about sizes is believed by nobody.
/// </summary>
internal sealed class PartStream(Stream inflated, ReadBudget budget, long declaredLength, long compressedLength) : Stream
{
    /// <summary>Bytes between two marks: the longest name, attribute, comment or skipped text. A reader has to hold such a thing at once.</summary>
    public const int MaxTokenBytes = 4 << 20;

    private const int BufferSize = 1 << 16;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
    private int _start;
    private int _end;
    private long _inflated;
    private long _delivered;
    private long _mark;

    /// <summary>Says that the reader has come to a new token.</summary>
    public void Mark() => _mark = _delivered;

    public override int Read(Span<byte> buffer)
    {
        if (_delivered - _mark > MaxTokenBytes)
            throw new InvalidDataException($"A name, attribute, comment or text has more than {MaxTokenBytes} bytes.");
        if (_start == _end && !Fill()) return 0;
        var count = Math.Min(buffer.Length, _end - _start);
        _buffer.AsSpan(_start, count).CopyTo(buffer);
        _start += count;
        _delivered += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    private bool Fill()
    {
        _start = 0;
        _end = inflated.Read(_buffer, 0, _buffer.Length);
        _inflated += _end;
        budget.SpendBytes(_end, _inflated);
        var fraction = declaredLength > 0 ? Math.Min(1.0, _inflated / (double)declaredLength) : 1;
        budget.Advance((long)(compressedLength * fraction), isWhole: false);
        return _end > 0;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && _buffer.Length > 0)
        {
            inflated.Dispose();
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = [];
            (_start, _end) = (0, 0);
            budget.Advance(compressedLength, isWhole: true);
        }
        base.Dispose(disposing);
    }

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
