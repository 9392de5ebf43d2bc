using Recalc.Scripts;

namespace Recalc.Tests.Scripts;

public class StructuredReferenceTests
{
    [Theory]
    [InlineData("T[]", "T[None; ]")]
    [InlineData("T[a]", "T[None; a]")]
    [InlineData("T[ a ]", "T[None;  a ]")]
    [InlineData("T[@]", "T[ThisRow; ]")]
    [InlineData("T[@a]", "T[ThisRow; a]")]
    [InlineData("[@a]", "[ThisRow; a]")]
    [InlineData("[@[a b]]", "[ThisRow; a b]")]
    [InlineData("[@[a b]:[c d]]", "[ThisRow; a b:c d]")]
    [InlineData("[a]", "[None; a]")]
    [InlineData("T[[a]]", "T[None; a]")]
    [InlineData("T[[a]:[b]]", "T[None; a:b]")]
    [InlineData("T[#All]", "T[All; ]")]
    [InlineData("T[#Data]", "T[Data; ]")]
    [InlineData("T[#Headers]", "T[Headers; ]")]
    [InlineData("T[#Totals]", "T[Totals; ]")]
    [InlineData("T[#This Row]", "T[ThisRow; ]")]
    [InlineData("T[[#All],[a]]", "T[All; a]")]
    [InlineData("T[[#this row],[a]]", "T[ThisRow; a]")]
    [InlineData("T[[#Headers],[#Data],[a]:[b]]", "T[Headers, Data; a:b]")]
    [InlineData("T[[#Data] , [#Totals] , [a]]", "T[Data, Totals; a]")]
    [InlineData("T[[#Headers],[#Data]]", "T[Headers, Data; ]")]
    [InlineData("Sheet1!T[a]", "Sheet1!T[None; a]")]
    [InlineData("T['[x']]", "T[None; [x]]")]
    [InlineData("T['#1]", "T[None; #1]")]
    [InlineData("T[[it''s]]", "T[None; it's]")]
    [InlineData("T[['#All]]", "T[None; #All]")]
    [InlineData("Größe[東京]", "Größe[None; 東京]")]
    public void Every_part_of_a_structured_reference_is_read(string formula, string name) =>
        Assert.Equal($"Name {name.Replace("  ", " ", StringComparison.Ordinal)}; Return", Reading.Code(formula));

    [Fact]
    public void Two_spellings_of_the_same_cells_are_one_name()
    {
        var reading = new Reading();
        Assert.Equal(
            reading.Formulas.ScriptOf(reading.Read("T[@a]")),
            reading.Formulas.ScriptOf(reading.Read("t[[#This Row],[a]]")));
    }

    [Theory]
    [InlineData("[]", true)]
    [InlineData("[[a],[b]]", false)]
    [InlineData("[[#Nope]]", false)]
    [InlineData("[[a]", false)]
    [InlineData("[[a]:b]", false)]
    [InlineData("[[a]:[#All]]", false)]
    [InlineData("[[a] [b]]", false)]
    public void What_is_none_is_refused(string brackets, bool isRead) => Assert.Equal(isRead, StructuredReferenceReader.TryRead(brackets, out _));
}
