using System.Text;
using Recalc.Values;

namespace Recalc.Functions.Texts;

/// <summary>BAHTTEXT: an amount of money in Thai words.</summary>
internal static class BahtFunctions
{
    // Digits repeat in groups of six, which the word for a million parts.
    private const int GroupLength = 6;
    private const string Minus = "ลบ", Baht = "บาท", Satang = "สตางค์", Exactly = "ถ้วน", Million = "ล้าน", Twenty = "ยี่", LastOne = "เอ็ด";

    private static readonly string[] Digits = ["ศูนย์", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า"];
    private static readonly string[] Places = ["", "สิบ", "ร้อย", "พัน", "หมื่น", "แสน"];

    public static readonly BodyList Rows = new()
    {
        { "BAHTTEXT", (a, site) => a[0].TryNumber(site, out var number, out var failure) ? Write(number) : failure },
    };

    private static string Write(double number)
    {
        var digits = new DecimalDigits(Math.Abs(number), 2);
        var isWhole = digits.Fraction == 0;
        var text = new StringBuilder();
        if (number < 0 && (digits.Whole > 0 || !isWhole)) text.Append(Minus);
        if (digits.Whole > 0 || isWhole)
        {
            if (digits.Whole == 0) text.Append(Digits[0]);
            Write(digits, digits.Whole - 1, 0, text);
            text.Append(Baht);
        }
        if (isWhole) return text.Append(Exactly).ToString();
        Write(digits, -1, -2, text);
        return text.Append(Satang).ToString();
    }

    // The digits that count from so many powers of ten down to so many.
    private static void Write(in DecimalDigits digits, int from, int to, StringBuilder text)
    {
        for (var power = from; power >= to; power--)
        {
            var (digit, place) = (digits[power] - '0', (power - to) % GroupLength);
            var isLastOne = digit == 1 && place == 0 && power < from && digits[power + 1] != '0';
            if (digit != 0)
            {
                if (isLastOne) text.Append(LastOne);
                else if (place == 1 && digit == 2) text.Append(Twenty);
                else if (place != 1 || digit != 1) text.Append(Digits[digit]);
                text.Append(Places[place]);
            }
            if (place == 0 && power > to) text.Append(Million);
        }
    }
}
