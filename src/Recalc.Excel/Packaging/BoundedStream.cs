namespace Recalc.Excel.Packaging;

/// <summary>
/// The inflated bytes of a part, counted, bounded and cancellable. What the package declares about sizes is believed by nobody: it serves
/// for the display of progress only.
/// </summary>
internal sealed class BoundedStream(Stream inflated, ReadBudget budget, long declaredLength, long compressedLength) : ReadOnlyStream
{
    private long _length;
    private bool _isDisposed;

    public override int Read(Span<byte> buffer)
    {
        var count = inflated.Read(buffer);
        _length += count;
        budget.SpendBytes(count, _length);
        var fraction = declaredLength > 0 ? Math.Min(1.0, _length / (double)declaredLength) : 1;
        budget.Advance((long)(compressedLength * fraction), isWhole: false);
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_isDisposed)
        {
            _isDisposed = true;
            inflated.Dispose();
            budget.Advance(compressedLength, isWhole: true);
        }
        base.Dispose(disposing);
    }
}
