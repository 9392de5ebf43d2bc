namespace Recalc.Tests.Scripts;

public class CompilerScopeTests
{
    [Theory]
    [InlineData("LET(x,1,x+x)", "Constant 1; Local pop 0; Local push 0; Local push 0; Binary Add; Return")]
    [InlineData("_xlfn.LET(_xlpm.x,1,_xlpm.X)", "Constant 1; Local pop 0; Local push 0; Return")]
    [InlineData("LET(x,1,y,x*2,x+y)",
        "Constant 1; Local pop 0; Local push 0; Constant 2; Binary Multiply; Local pop 1; Local push 0; Local push 1; Binary Add; Return")]
    [InlineData("LET(x,x,x)", "Name x; Local pop 0; Local push 0; Return")]
    [InlineData("LET(x,1,x)+x", "Constant 1; Local pop 0; Local push 0; Name x; Binary Add; Return")]
    [InlineData("LET(x,A1,x)", "Range RC; Local pop 0; Local push 0; Return")]
    [InlineData("LET(x,1,Sheet1!x)", "Constant 1; Local pop 0; Name Sheet1!x; Return")]
    public void LET_keeps_values_in_locals(string formula, string code) => Assert.Equal(code, Reading.Code(formula));

    [Theory]
    [InlineData("LET(x,1,LET(x,2,x)+x)", "Constant 1; Local pop 0; Constant 2; Local pop 1; Local push 1; Local push 0; Binary Add; Return")]
    [InlineData("LET(x,1,x,x+1,x)", "Constant 1; Local pop 0; Local push 0; Constant 1; Binary Add; Local pop 1; Local push 1; Return")]
    [InlineData("LAMBDA(x,LAMBDA(x,x))", "Lambda script 1, parameters 1, captured 0; Return; "
        + "/ script 1: Lambda script 0, parameters 1, captured 0; Return; / script 0: Local push 0; Return")]
    [InlineData("LET(x,1,LAMBDA(y,LET(x,2,x)+x))", "Constant 1; Local pop 0; Local push 0; Lambda script 0, parameters 1, captured 1; Return; "
        + "/ script 0: Constant 2; Local pop 1; Local push 1; Local push 2; Binary Add; Return")]
    public void The_inner_name_hides_the_outer_one_while_it_lasts(string formula, string code) => Assert.Equal(code, Reading.Code(formula));

    [Theory]
    [InlineData("LAMBDA(1)", "Lambda script 0, parameters 0, captured 0; Return; / script 0: Constant 1; Return")]
    [InlineData("LAMBDA(x,x+1)(5)", "Lambda script 0, parameters 1, captured 0; Constant 5; Callback 1; Return; "
        + "/ script 0: Local push 0; Constant 1; Binary Add; Return")]
    [InlineData("LET(f,LAMBDA(n,n),f(2))", "Lambda script 0, parameters 1, captured 0; Local pop 0; Local push 0; Constant 2; Callback 1; Return; "
        + "/ script 0: Local push 0; Return")]
    [InlineData("LET(x,A1,LAMBDA(y,LAMBDA(z,x+y+z)))", "Range RC; Local pop 0; Local push 0; Lambda script 1, parameters 1, captured 1; Return; "
        + "/ script 1: Local push 1; Local push 0; Lambda script 0, parameters 1, captured 2; Return; "
        + "/ script 0: Local push 1; Local push 2; Binary Add; Local push 0; Binary Add; Return")]
    [InlineData("LAMBDA(x,y,LET(a,x,b,y,LAMBDA(z,a+b+z+x)))(1,2)(3)",
        "Lambda script 1, parameters 2, captured 0; Constant 1; Constant 2; Callback 2; Constant 3; Callback 1; Return; "
        + "/ script 1: Local push 0; Local pop 2; Local push 1; Local pop 3; Local push 2; Local push 3; Local push 0; Lambda script 0, parameters 1, captured 3; Return; "
        + "/ script 0: Local push 1; Local push 2; Binary Add; Local push 0; Binary Add; Local push 3; Binary Add; Return")]
    [InlineData("MAP(A1:A3,LAMBDA(x,x*2))", "Range RC:R[2]C; Lambda script 0, parameters 1, captured 0; Call MAP 2; Return; "
        + "/ script 0: Local push 0; Constant 2; Binary Multiply; Return")]
    [InlineData("IF(A1,LAMBDA(x,x),LAMBDA(x,-x))(3)", "Cell RC; JumpIfFalse to 4; Lambda script 0, parameters 1, captured 0; Jump to 5; "
        + "4: Lambda script 1, parameters 1, captured 0; 5: Select IF; Constant 3; Callback 1; Return; "
        + "/ script 0: Local push 0; Return; / script 1: Local push 0; Unary Negate; Return")]
    public void LAMBDA_is_a_script_that_captures_what_it_needs(string formula, string code) => Assert.Equal(code, Reading.Code(formula));

    [Theory]
    [InlineData("LAMBDA(x,[y],IF(ISOMITTED(y),x,y))", 2, 1)]
    [InlineData("LAMBDA(_xlpm.x,_xlop.y,_xlop.z,_xlpm.x)", 3, 2)]
    [InlineData("LAMBDA(x,y,x)", 2, 0)]
    [InlineData("LAMBDA([x],x)", 1, 1)]
    public void Parameters_in_brackets_are_optional(string formula, int parameters, int optional)
    {
        var reading = new Reading();
        Assert.False(reading.Formulas.HasErrors(reading.Read(formula)));
        Assert.Equal(1, reading.Formulas.Pools.Lambdas.Count);
        var lambda = reading.Formulas.Pools.Lambdas[0];
        Assert.Equal((parameters, optional), (lambda.Parameters, lambda.Optional));
    }

    [Fact]
    public void Captured_values_land_in_the_locals_that_the_body_reads()
    {
        var reading = new Reading();
        reading.Read("LET(a,1,b,2,LAMBDA(x,LET(c,b,a+b+c+x)))");
        Assert.Equal([1, 3], reading.Formulas.Pools.Lambdas[0].Captured);      // b, then a; 2 is c
    }

    [Theory]
    [InlineData("LET(1,2,3)", "Constant 1; Constant 2; Constant 3; Call LET 3; Return")]
    [InlineData("LET(a,1)", "Name a; Constant 1; Call LET 2; Return")]
    [InlineData("LET(a,1,b,2)", "Name a; Constant 1; Name b; Constant 2; Call LET 4; Return")]
    [InlineData("LET(A1,1,2)", "Range RC; Constant 1; Constant 2; Call LET 3; Return")]
    [InlineData("LET(S!a,1,2)", "Name S!a; Constant 1; Constant 2; Call LET 3; Return")]
    [InlineData("LAMBDA(1,2)", "Constant 1; Constant 2; Call LAMBDA 2; Return")]
    [InlineData("LAMBDA()", "Call LAMBDA 0; Return")]
    public void What_defines_no_names_is_a_plain_call_that_will_fail(string formula, string code) => Assert.Equal(code, Reading.Code(formula));

    [Fact]
    public void Equal_bodies_are_one_script()
    {
        var reading = new Reading();
        var first = reading.Read("LAMBDA(x,x+1)(A1)");
        reading.Read("LAMBDA(y,y+1)(A1)*2");
        Assert.Equal(1, reading.Formulas.Pools.Lambdas.Count);
        Assert.Equal(3, reading.Formulas.Pools.Scripts.Count);
        Assert.Equal(reading.Formulas.ScriptOf(first), reading.Formulas.ScriptOf(reading.Read("LAMBDA(z,z+1)(A1)")));
    }
}
