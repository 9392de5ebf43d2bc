using Recalc.Values;

namespace Recalc.Functions.Texts;

/// <summary>Values as text in number formats.</summary>
internal static class FormatFunctions
{
    private const int MostPlaces = 127;
    private const int FewestPlaces = -400;

    private static readonly NumberFormat Empty = NumberFormat.Parse(";;;@");

    // The format that was read last; any thread may put its own here, for formats never change.
    private static volatile NumberFormat _last = NumberFormat.General;

    public static readonly BodyList Rows = new()
    {
        { "TEXT", Text },
        { "FIXED", Fixed },
        { "DOLLAR", Dollar },
        { "USDOLLAR", Dollar },
    };

    private static Operand Text(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        if (arguments[0].IsError) return arguments[0];
        if (!arguments[1].TryText(out var code, out var failure)) return failure;
        if (!TryFormat(code, out var format)) return ErrorKind.Value;
        var value = arguments[0].Value;
        if (value.Kind == CellValueKind.Logical) return value.AsLogical() ? "TRUE" : "FALSE";
        var buffer = new TextBuffer(stackalloc char[TextBuffer.StackRoom], site.MaxTextLength);
        var isText = value.TextOrNull is not null
            && (format.Kind == NumberFormatKind.Text || !arguments[0].TryNumber(site, out _, out _));
        var isWritten = true;
        if (isText) FormatRenderer.WriteText(format, value.AsText(), ref buffer);
        else
        {
            arguments[0].TryNumber(site, out var number, out _);
            if (format.Kind == NumberFormatKind.Text && format.Patterns.Length == 1)
                FormatRenderer.WriteText(format, NumberText.Of(number), ref buffer);
            else isWritten = FormatRenderer.TryWrite(format, number, site.DateSystem == DateSystem.From1904, ref buffer);
        }
        return Finish(ref buffer, isWritten, site);
    }

    // The empty format shows texts only.
    private static bool TryFormat(string code, out NumberFormat format)
    {
        format = code.Length == 0 ? Empty : _last;
        if (code.Length == 0 || format.Code == code) return true;
        if (!NumberFormat.TryParse(code, out var read)) return false;
        _last = format = read;
        return true;
    }

    private static Operand Fixed(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        var plain = false;
        if (arguments.Length > 2 && !arguments[2].TryLogical(out plain, out var failure)) return failure;
        return Write(arguments, currency: false, groups: !plain, site);
    }

    private static Operand Dollar(ReadOnlySpan<Operand> arguments, CallSite site) => Write(arguments, currency: true, groups: true, site);

    // Negative amounts of money stand in parentheses.
    private static Operand Write(ReadOnlySpan<Operand> arguments, bool currency, bool groups, CallSite site)
    {
        if (!arguments[0].TryNumber(site, out var number, out var failure)) return failure;
        if (!arguments.TryOptional(1, 2, site, out var places, out failure)) return failure;
        if (places > MostPlaces) return ErrorKind.Value;
        number = DecimalRounding.Round(number, Math.Max(places, FewestPlaces));
        var format = groups ? "#,##0" : "0";
        if (places > 0) format += "." + new string('0', places);
        if (currency) format = $"\\${format};(\\${format})";
        if (!TryFormat(format, out var read)) return ErrorKind.Value;
        var buffer = new TextBuffer(stackalloc char[TextBuffer.StackRoom], site.MaxTextLength);
        var isWritten = FormatRenderer.TryWrite(read, number == 0 ? 0 : number, from1904: false, ref buffer);
        return Finish(ref buffer, isWritten, site);
    }

    private static Operand Finish(ref TextBuffer buffer, bool isWritten, CallSite site)
    {
        Operand result = !isWritten ? ErrorKind.Value : buffer.IsOver ? site.OverText : buffer.ToString();
        buffer.Dispose();
        return result;
    }
}
