using CsCheck;
using Recalc.Addressing;
using Recalc.Values;
using Recalc.Words;

namespace Recalc.Tests.Values;

public class CellWordTests
{
    public static TheoryData<ErrorKind> Errors => [.. Enum.GetValues<ErrorKind>()];

    [Fact]
    public void A_number_is_its_own_bits() =>
        Gen.Double.Where(double.IsFinite).Sample(number =>
        {
            var word = CellWord.FromNumber(number);
            Assert.True(word.IsNumber);
            Assert.Equal(WordTag.Number, word.Tag);
            Assert.Equal(number, word.Number);
            Assert.Equal(number == 0 ? 0UL : BitConverter.DoubleToUInt64Bits(number), word.Bits);
            AssertIs(word, number: true);
        }, iter: 20_000);

    [Theory]
    [InlineData(double.MaxValue)]
    [InlineData(double.MinValue)]
    [InlineData(double.Epsilon)]
    [InlineData(-double.Epsilon)]
    [InlineData(0.0)]
    public void The_ends_of_the_doubles_are_numbers(double number) => Assert.Equal(number, CellWord.FromNumber(number).Number);

    [Fact]
    public void Blank_omitted_and_logicals_are_four_atoms()
    {
        AssertIs(CellWord.Blank, blank: true);
        AssertIs(CellWord.Omitted, omitted: true);
        AssertIs(CellWord.FromLogical(false), logical: true);
        AssertIs(CellWord.FromLogical(true), logical: true);
        Assert.True(CellWord.FromLogical(true).IsTrue);
        Assert.False(CellWord.FromLogical(false).IsTrue);
        CellWord[] atoms = [CellWord.Blank, CellWord.Omitted, CellWord.FromLogical(false), CellWord.FromLogical(true)];
        Assert.Equal(4, atoms.Distinct().Count());
        Assert.All(atoms, a => Assert.Equal(WordTag.Atom, a.Tag));
    }

    [Theory, MemberData(nameof(Errors))]
    public void An_error_comes_back(ErrorKind kind)
    {
        var word = CellWord.FromError(kind);
        AssertIs(word, error: true);
        Assert.Equal(kind, word.Error);
        Assert.Equal(WordTag.Atom, word.Tag);
    }

    [Fact]
    public void A_slot_comes_back_under_every_tag() =>
        Gen.Select(Gen.Int[(int)WordTag.Text, (int)WordTag.Callback], Gen.Int[0, int.MaxValue]).Sample((tag, slot) =>
        {
            var word = CellWord.FromSlot((WordTag)tag, U31.Of(slot));
            Assert.Equal((WordTag)tag, word.Tag);
            Assert.Equal(U31.Of(slot), word.Slot);
            AssertIs(word);
        }, iter: 10_000);

    [Fact]
    public void A_reference_comes_back() =>
        Gen.Select(Gen.Int[0, SheetLimits.Sheets], Gen.Int[0, SheetLimits.Columns - 1], Gen.Int[0, SheetLimits.Rows - 1]).Sample(
            (sheet, column, row) => AssertReference(sheet, column, row), iter: 10_000);

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(16383, 16383, 1048575)]
    [InlineData(16383, 0, 0)]
    [InlineData(0, 16383, 0)]
    [InlineData(0, 0, 1048575)]
    public void The_corners_of_a_reference_stay_in_their_fields(int sheet, int column, int row) => AssertReference(sheet, column, row);

    [Fact]
    public void Words_of_different_meaning_differ()
    {
        CellWord[] words =
        [
            CellWord.Blank, CellWord.Omitted, CellWord.FromLogical(false), CellWord.FromLogical(true),
            CellWord.FromNumber(0), CellWord.FromNumber(1),
            .. Enum.GetValues<ErrorKind>().Select(CellWord.FromError),
            .. Enumerable.Range((int)WordTag.Text, 6).Select(t => CellWord.FromSlot((WordTag)t, default)),
            .. Enumerable.Range((int)WordTag.Text, 6).Select(t => CellWord.FromSlot((WordTag)t, U31.Of(1))),
        ];
        // Slot 0 of the tag CellReference is A1 of sheet 0: the same word by two names.
        Assert.Equal(words.Length, words.Distinct().Count());
        Assert.Equal(words.Length, words.Select(w => w.Bits).Distinct().Count());
    }

    [Fact]
    public void Every_stored_word_that_is_no_number_is_a_negative_quiet_NaN()
    {
        CellWord[] boxed =
        [
            CellWord.Blank, CellWord.FromError(ErrorKind.Null), CellWord.FromReference(1, 2, 3),
            CellWord.FromSlot(WordTag.Callback, U31.Of(int.MaxValue)),
        ];
        foreach (var word in boxed)
        {
            Assert.True(double.IsNaN(word.Number));
            Assert.True(double.IsNegative(word.Number));
            Assert.Equal(0xFFF8UL, (word.Bits >> 48) & ~7UL);
            Assert.NotEqual(WordTag.ArithmeticNaN, word.Tag);
        }
    }

    private static void AssertReference(int sheet, int column, int row)
    {
        var word = CellWord.FromReference(sheet, column, row);
        Assert.Equal(WordTag.CellReference, word.Tag);
        Assert.Equal((sheet, column, row), (word.ReferencedSheet, word.ReferencedColumn, word.ReferencedRow));
        AssertIs(word);
    }

    private static void AssertIs(
        CellWord word, bool number = false, bool blank = false, bool omitted = false, bool logical = false, bool error = false) =>
        Assert.Equal(
            (number, blank, omitted, logical, error), (word.IsNumber, word.IsBlank, word.IsOmitted, word.IsLogical, word.IsError));
}
