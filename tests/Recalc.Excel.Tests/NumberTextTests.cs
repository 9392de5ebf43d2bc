using System.Globalization;
using CsCheck;
using Recalc.Excel.Parts;

namespace Recalc.Excel.Tests;

public class NumberTextTests
{
    private static void IsReadAsByTheFramework(string text)
    {
        Assert.True(NumberText.TryParse(text, out var number), text);
        Assert.Equal(double.Parse(text, CultureInfo.InvariantCulture), number);
    }

    [Fact]
    public void Shortest_spellings_of_doubles_are_read_as_the_framework_reads_them() =>
        Gen.Double.Where(double.IsFinite).Sample(number => IsReadAsByTheFramework(number.ToString("R", CultureInfo.InvariantCulture)));

    [Fact]
    public void Decimals_are_read_as_the_framework_reads_them() =>
        Gen.Select(Gen.Long, Gen.Int[-40, 40]).Sample((digits, exponent) => IsReadAsByTheFramework($"{digits}E{exponent}"));

    [Fact]
    public void Short_decimals_are_read_as_the_framework_reads_them() =>
        Gen.Select(Gen.Int[-99_999_999, 99_999_999], Gen.Int[0, 9_999_999]).Sample((whole, part) =>
            IsReadAsByTheFramework($"{whole}.{part}"));

    [Theory]
    [InlineData("5.")]
    [InlineData(".5")]
    [InlineData("-.5e+3")]
    [InlineData("+7")]
    [InlineData("00012")]
    [InlineData("9007199254740993")]
    [InlineData("1e22")]
    [InlineData("1e23")]
    [InlineData("123456789012345678901234567890")]
    [InlineData("0.0000000000000000000000000000001")]
    [InlineData("5e-324")]
    public void Edges_are_read_as_the_framework_reads_them(string text) => IsReadAsByTheFramework(text);

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("1e")]
    [InlineData("1e+")]
    [InlineData("1.2.3")]
    [InlineData("0x10")]
    [InlineData("NaN")]
    [InlineData("-Infinity")]
    [InlineData("∞")]
    [InlineData("1 2")]
    [InlineData("1,000")]
    [InlineData("--1")]
    public void What_is_no_number_is_refused(string text) => Assert.False(NumberText.TryParse(text, out _));

    [Fact]
    public void Any_text_is_read_or_refused_without_an_exception() => Gen.String.Sample(text => NumberText.TryParse(text, out _) || true);
}
