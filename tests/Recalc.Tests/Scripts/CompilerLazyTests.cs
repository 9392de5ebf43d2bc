namespace Recalc.Tests.Scripts;

public class CompilerLazyTests
{
    [Theory]
    [InlineData("IF(A1,B1,C1)", "Cell RC; JumpIfFalse to 4; Cell RC[1]; Jump to 5; 4: Cell RC[2]; 5: Select IF; Return")]
    [InlineData("IF(A1,B1)", "Cell RC; JumpIfFalse to 4; Cell RC[1]; Jump to 5; 4: Constant FALSE; 5: Select IF; Return")]
    [InlineData("IF(A1,,2)", "Cell RC; JumpIfFalse to 4; Constant omitted; Jump to 5; 4: Constant 2; 5: Select IF; Return")]
    [InlineData("IF(A1,1,IF(B1,2,3))",
        "Cell RC; JumpIfFalse to 4; Constant 1; Jump to 10; 4: Cell RC[1]; JumpIfFalse to 8; Constant 2; Jump to 9; 8: Constant 3; 9: Select IF; 10: Select IF; Return")]
    [InlineData("IF(IF(A1,B1,C1),1,2)",
        "Cell RC; JumpIfFalse to 4; Cell RC[1]; Jump to 5; 4: Cell RC[2]; 5: Select IF; JumpIfFalse to 9; Constant 1; Jump to 10; 9: Constant 2; 10: Select IF; Return")]
    public void IF_jumps_over_what_it_does_not_take(string formula, string code) => Assert.Equal(code, Reading.Code(formula));

    [Theory]
    [InlineData("IFERROR(A1,2)", "Cell RC; Unary IsError; JumpIfFalse to 5; Constant 2; Jump to 5; 5: Select IFERROR; Return")]
    [InlineData("_xlfn.IFNA(A1/B1,\"no\")",
        "Cell RC; Cell RC[1]; Binary Divide; Unary IsNotAvailable; JumpIfFalse to 7; Constant \"no\"; Jump to 7; 7: Select IFNA; Return")]
    [InlineData("IFERROR(IFERROR(A1,B1),C1)",
        "Cell RC; Unary IsError; JumpIfFalse to 5; Cell RC[1]; Jump to 5; 5: Select IFERROR; "
        + "Unary IsError; JumpIfFalse to 10; Cell RC[2]; Jump to 10; 10: Select IFERROR; Return")]
    public void IFERROR_and_IFNA_keep_the_value_unless_it_is_one(string formula, string code) => Assert.Equal(code, Reading.Code(formula));

    [Theory]
    [InlineData("_xlfn.IFS(A1,1,B1,2)",
        "Cell RC; JumpIfFalse to 4; Constant 1; Jump to 9; 4: Cell RC[1]; JumpIfFalse to 8; Constant 2; Jump to 9; 8: Constant #N/A; 9: Select IFS; Return")]
    [InlineData("CHOOSE(A1,10,20)",
        "Cell RC; Constant 1; Binary IsChoice; JumpIfFalse to 6; Constant 10; Jump to 12; "
        + "6: Constant 2; Binary IsChoice; JumpIfFalse to 11; Constant 20; Jump to 12; 11: Unary ToValueError; 12: Select CHOOSE; Return")]
    [InlineData("_xlfn.SWITCH(A1,1,\"a\",2,\"b\")",
        "Cell RC; Constant 1; Binary IsEqual; JumpIfFalse to 6; Constant \"a\"; Jump to 12; "
        + "6: Constant 2; Binary IsEqual; JumpIfFalse to 11; Constant \"b\"; Jump to 12; 11: Unary ToNotAvailable; 12: Select SWITCH; Return")]
    [InlineData("SWITCH(A1,1,\"a\",\"c\")",
        "Cell RC; Constant 1; Binary IsEqual; JumpIfFalse to 6; Constant \"a\"; Jump to 8; 6: Unary Drop; Constant \"c\"; 8: Select SWITCH; Return")]
    [InlineData("IFERROR(IF(A1,CHOOSE(B1,1,2),SWITCH(C1,1,2)),0)",
        "Cell RC; JumpIfFalse to 16; Cell RC[1]; Constant 1; Binary IsChoice; JumpIfFalse to 8; Constant 1; Jump to 14; 8: Constant 2; Binary IsChoice; "
        + "JumpIfFalse to 13; Constant 2; Jump to 14; 13: Unary ToValueError; 14: Select CHOOSE; Jump to 24; 16: Cell RC[2]; Constant 1; Binary IsEqual; "
        + "JumpIfFalse to 22; Constant 2; Jump to 23; 22: Unary ToNotAvailable; 23: Select SWITCH; 24: Select IF; Unary IsError; JumpIfFalse to 29; "
        + "Constant 0; Jump to 29; 29: Select IFERROR; Return")]
    public void IFS_CHOOSE_and_SWITCH_ask_in_turn(string formula, string code) => Assert.Equal(code, Reading.Code(formula));

    [Theory]
    [InlineData("SUM(IF(A1,B1,C1:D1))", "Cell RC; JumpIfFalse to 4; Range RC[1]; Jump to 5; 4: Range RC[2]:RC[3]; 5: Select IF; Call SUM 1; Return")]
    [InlineData("IF(A1,B1,C1):D1", "Cell RC; JumpIfFalse to 4; Range RC[1]; Jump to 5; 4: Range RC[2]; 5: Select IF; Range RC[3]; Binary Range; Return")]
    [InlineData("ROUND(IF(A1,B1,C1),0)", "Cell RC; JumpIfFalse to 4; Cell RC[1]; Jump to 5; 4: Cell RC[2]; 5: Select IF; Constant 0; Call ROUND 2; Return")]
    public void A_branch_is_a_reference_where_one_is_wanted(string formula, string code) => Assert.Equal(code, Reading.Code(formula));

    [Theory]
    [InlineData("IF(1,2,3,4)", "Constant 1; Constant 2; Constant 3; Constant 4; Call IF 4; Return")]
    [InlineData("IF()", "Call IF 0; Return")]
    [InlineData("IFERROR(1)", "Constant 1; Call IFERROR 1; Return")]
    [InlineData("IFS(1,2,3)", "Constant 1; Constant 2; Constant 3; Call IFS 3; Return")]
    [InlineData("SWITCH(1,2)", "Constant 1; Constant 2; Call SWITCH 2; Return")]
    [InlineData("CHOOSE(1)", "Constant 1; Call CHOOSE 1; Return")]
    public void With_too_few_or_too_many_arguments_they_are_plain_calls_that_will_fail(string formula, string code) =>
        Assert.Equal(code, Reading.Code(formula));
}
