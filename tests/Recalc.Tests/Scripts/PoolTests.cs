using CsCheck;
using Recalc.Scripts;
using Recalc.Values;

namespace Recalc.Tests.Scripts;

public class PoolTests
{
    [Fact]
    public void Equal_items_have_one_number() =>
        Gen.Int[0, 50].Array[0, 200].Sample(items =>
        {
            var (pool, naive) = (new Pool<string>(), new List<string>());
            foreach (var item in items.Select(i => $"{i}"))
            {
                if (!naive.Contains(item)) naive.Add(item);
                Assert.Equal(naive.IndexOf(item), pool.Intern(item));
            }
            Assert.Equal(naive, Enumerable.Range(0, pool.Count).Select(i => pool[i]));
        }, iter: 200);

    [Fact]
    public void Constants_that_only_look_alike_are_different()
    {
        var pool = new Pool<CellValue>();
        CellValue[] values = [1, true, "1", "TRUE", "true", CellValue.Blank, "", 0, false, new(CellWord.Omitted), ErrorKind.NotAvailable, "#N/A", 1.0000000000000002];
        Assert.Equal(Enumerable.Range(0, values.Length), values.Select(pool.Intern));
        Assert.Equal(7, pool.Intern(-0.0));
    }

    [Fact]
    public void Arrays_are_equal_by_shape_and_items()
    {
        var pool = new Pool<ArrayConstant>();
        Assert.Equal(0, pool.Intern(new ArrayConstant(1, 2, [1, 2])));
        Assert.Equal(1, pool.Intern(new ArrayConstant(2, 1, [1, 2])));
        Assert.Equal(2, pool.Intern(new ArrayConstant(1, 2, [1, "2"])));
        Assert.Equal(0, pool.Intern(new ArrayConstant(1, 2, [1, 2])));
    }

    [Fact]
    public void Lambdas_are_equal_by_body_parameters_and_captures()
    {
        var pool = new Pool<LambdaConstant>();
        Assert.Equal(0, pool.Intern(new LambdaConstant(1, 2, 0, [2])));
        Assert.Equal(1, pool.Intern(new LambdaConstant(1, 2, 1, [2])));
        Assert.Equal(2, pool.Intern(new LambdaConstant(1, 2, 0, [3])));
        Assert.Equal(3, pool.Intern(new LambdaConstant(2, 2, 0, [2])));
        Assert.Equal(0, pool.Intern(new LambdaConstant(1, 2, 0, [2])));
    }
}
