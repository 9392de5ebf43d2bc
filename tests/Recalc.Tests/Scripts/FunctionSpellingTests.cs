using System.Text;
using Recalc.Scripts;

namespace Recalc.Tests.Scripts;

public class FunctionSpellingTests
{
    [Theory]
    [InlineData("SUM", "SUM")]
    [InlineData("_xlfn.CONCAT", "CONCAT")]
    [InlineData("_XLFN.concat", "concat")]
    [InlineData("_xlfn._xlws.SORT", "SORT")]
    [InlineData("_xludf.FOO", "FOO")]
    [InlineData("_xlfn.", "_xlfn.")]
    [InlineData("_xlfnSUM", "_xlfnSUM")]
    [InlineData("_xlpm.f", "f")]
    [InlineData("x_xlfn.F", "x_xlfn.F")]
    [InlineData("", "")]
    public void Functions_lose_the_prefixes_of_files(string name, string expected) =>
        Assert.Equal(expected, Encoding.UTF8.GetString(FunctionSpelling.StripFunction(Encoding.UTF8.GetBytes(name))));

    [Theory]
    [InlineData("x", "x", false)]
    [InlineData("_xlpm.x", "x", false)]
    [InlineData("_xlop.x", "x", true)]
    [InlineData("[x]", "x", true)]
    [InlineData("[_xlpm.x]", "x", true)]
    [InlineData("_xlpm.", "_xlpm.", false)]
    [InlineData("[]", "[]", false)]
    public void Parameters_lose_their_prefixes_and_brackets(string name, string expected, bool isOptional)
    {
        var bytes = Encoding.UTF8.GetBytes(name);
        Assert.Equal(expected, Encoding.UTF8.GetString(FunctionSpelling.StripParameter(bytes)));
        Assert.Equal(isOptional, FunctionSpelling.IsOptional(bytes));
    }
}
