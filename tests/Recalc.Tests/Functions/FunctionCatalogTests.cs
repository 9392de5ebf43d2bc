using Recalc.Functions;

namespace Recalc.Tests.Functions;

public class FunctionCatalogTests
{
    [Fact]
    public void Every_documented_function_is_declared_once_and_nothing_else() =>
        Assert.Equal(
            DocumentedNames.All.Order(StringComparer.Ordinal),
            FunctionCatalog.All.Select(f => f.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void An_id_is_the_place_in_the_catalogue() =>
        Assert.Equal(Enumerable.Range(0, FunctionCatalog.All.Count), FunctionCatalog.All.Select(f => f.Id));

    [Fact]
    public void The_catalogue_cannot_be_changed_through_its_list() =>
        Assert.True(((ICollection<FunctionDeclaration>)FunctionCatalog.All).IsReadOnly);

    [Fact]
    public void A_name_is_found_in_any_case_and_within_a_longer_text()
    {
        foreach (var function in FunctionCatalog.All)
        {
            Assert.True(FunctionCatalog.TryFind(function.Name, out var found));
            Assert.Same(function, found);
            var lower = $"={function.Name.ToLowerInvariant()}(1)";
            Assert.True(FunctionCatalog.TryFind(lower.AsSpan(1, function.Name.Length), out found));
            Assert.Same(function, found);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("SUMM")]
    [InlineData("SUM ")]
    [InlineData("_xlfn.XLOOKUP")]
    [InlineData("ſum")]
    [InlineData("ısna")]
    public void What_is_no_name_is_not_found(string name)
    {
        Assert.False(FunctionCatalog.TryFind(name, out var found));
        Assert.Null(found);
    }

    [Fact]
    public void The_fewest_arguments_are_not_more_than_the_most() =>
        Assert.All(FunctionCatalog.All, f =>
        {
            Assert.InRange(f.MinArguments, 0, f.MaxArguments);
            Assert.InRange(f.MaxArguments, f.MinArguments, 255);
        });

    [Fact]
    public void A_signature_without_repetition_has_a_kind_for_the_most_arguments() =>
        Assert.All(FunctionCatalog.All.Where(f => f.Signature.Repeat == 0), f => Assert.True(f.Signature.Count == f.MaxArguments, f.Name));

    [Fact]
    public void A_signature_with_repetition_is_open_and_its_fewest_arguments_reach_its_fixed_ones() =>
        Assert.All(FunctionCatalog.All.Where(f => f.Signature.Repeat > 0), f =>
        {
            Assert.True(f.MaxArguments >= 253, f.Name);
            Assert.True(f.MinArguments >= f.Signature.Count - f.Signature.Repeat, f.Name);
        });

    [Theory]
    [InlineData("SUMIFS", 255)]
    [InlineData("AVERAGEIFS", 255)]
    [InlineData("COUNTIFS", 254)]
    [InlineData("MAXIFS", 253)]
    [InlineData("MINIFS", 253)]
    [InlineData("IFS", 254)]
    [InlineData("LET", 253)]
    public void Pairs_end_with_whole_pairs(string name, int most)
    {
        var function = Find(name);
        var signature = function.Signature;
        Assert.Equal(most, function.MaxArguments);
        Assert.Equal(0, (most - (signature.Count - signature.Repeat)) % signature.Repeat);
    }

    [Theory]
    [InlineData("IF", 3, "vll")]
    [InlineData("IFERROR", 2, "vl")]
    [InlineData("IFS", 4, "vlvl")]
    [InlineData("CHOOSE", 3, "vll")]
    [InlineData("SWITCH", 4, "vlll")]
    [InlineData("LET", 5, "dldll")]
    [InlineData("LAMBDA", 3, "ddl")]
    [InlineData("MAP", 3, "aaf")]
    [InlineData("REDUCE", 3, "aaf")]
    [InlineData("MAKEARRAY", 3, "vvf")]
    [InlineData("ABS", 1, "v")]
    [InlineData("SUM", 3, "aaa")]
    [InlineData("VLOOKUP", 4, "vavv")]
    [InlineData("MATCH", 3, "vav")]
    [InlineData("INDEX", 3, "rvv")]
    [InlineData("OFFSET", 5, "rvvvv")]
    [InlineData("ROW", 1, "r")]
    [InlineData("SUMIF", 3, "rvr")]
    [InlineData("SUMIFS", 5, "rrvrv")]
    [InlineData("COUNTIFS", 4, "rvrv")]
    [InlineData("NETWORKDAYS.INTL", 4, "vvva")]
    public void Arguments_are_taken_as_in_Excel(string name, int arguments, string kinds)
    {
        var function = Find(name);
        Assert.Equal(kinds, string.Concat(Enumerable.Range(0, arguments).Select(i => "varlfd"[(int)function.KindOf(i, arguments)])));
    }

    [Theory]
    [InlineData(FunctionPurity.Volatile, "NOW RAND RANDARRAY RANDBETWEEN TODAY")]
    [InlineData(FunctionPurity.SometimesVolatile, "CELL INFO")]
    [InlineData(FunctionPurity.Dynamic, "INDIRECT OFFSET TABLE")]
    [InlineData(FunctionPurity.Structural, "FORMULATEXT ISFORMULA SHEET SHEETS")]
    [InlineData(FunctionPurity.Host, "CALL COPILOT CUBEKPIMEMBER CUBEMEMBER CUBEMEMBERPROPERTY CUBERANKEDMEMBER CUBESET CUBESETCOUNT " +
        "CUBEVALUE DETECTLANGUAGE FIELDVALUE GETPIVOTDATA IMAGE IMPORTCSV IMPORTTEXT PY REGISTER.ID RTD STOCKHISTORY TRANSLATE WEBSERVICE")]
    public void No_other_function_rests_on_more_than_its_arguments(FunctionPurity purity, string names) =>
        Assert.Equal(
            names.Split(' '),
            FunctionCatalog.All.Where(f => f.Purity == purity).Select(f => f.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void A_description_is_one_short_sentence() =>
        Assert.All(FunctionCatalog.All, f =>
        {
            Assert.InRange(f.Description.Length, 6, 100);
            Assert.EndsWith(".", f.Description, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', f.Description);
        });

    [Fact]
    public void Every_family_has_functions() =>
        Assert.Equal(Enum.GetValues<FunctionFamily>(), FunctionCatalog.All.Select(f => f.Family).Distinct().Order());

    private static FunctionDeclaration Find(string name)
    {
        Assert.True(FunctionCatalog.TryFind(name, out var function));
        return function;
    }
}
