using Recalc.Addressing;
using Recalc.Properties.Checks;
using Recalc.Values;

namespace Recalc.Properties;

/// <summary>Small models that tell a rule of recalculation from its wrong reading.</summary>
public sealed class CaseTests
{
    [Fact]
    public void Must_reaches_a_cell_that_waits_for_another()
    {
        var pair = new Pair("A1: 1", "B1: =A1+1", "B2: =MIN(B1,1)", "B3: =B2+B1");
        pair.Reads("B3", 3);
        pair.Set("A1: 5");
        pair.Reads("B3", 7);
        Assert.Equal("B1 B2 B3", pair.Ran);
    }

    [Fact]
    public void Cell_that_did_not_use_what_changed_is_left_alone()
    {
        var pair = new Pair("A1: 0", "A2: 1", "B1: =A2+1", "B2: =IF(A1,B1,9)");
        pair.Reads("B2", 9);
        pair.Set("A2: 5");
        pair.Reads("B2", 9);
        Assert.Equal("", pair.Ran);
        pair.Reads("B1", 6);
        pair.Reads("B2", 9);
        Assert.Equal("", pair.Ran);
    }

    [Fact]
    public void Second_edit_tells_cells_that_were_marked_before()
    {
        var pair = new Pair("A1: 1", "A2: 1", "B1: =(A1>0)*1", "B2: =B1+A2");
        pair.Reads("B2", 2);
        pair.Set("A1: 2");
        pair.Set("A2: 7");
        pair.Reads("B2", 8);
        Assert.Equal("B1 B2", pair.Ran);
    }

    [Fact]
    public void Cycle_is_compared_with_what_was_published_last()
    {
        var pair = new Pair("A1: 3", "B1: =B2*0+A1", "B2: =B1", "B3: =B1+B1");
        pair.Reads("B3", 6);
        pair.Set("A1: 4");
        pair.Reads("B3", 8);
    }

    [Fact]
    public void Recurrence_that_meets_a_logical_forgets_what_it_began_of_the_row()
    {
        var pair = new Pair("D20:E21: =C19", "C17:C20: =$A18*0+B17", "A20: TRUE");
        pair.Reads("E21", 0);
        pair.Set("B17:B20: =$C16*1+2");
        pair.Reads("C20", 8);
        pair.Reads("D20", 6);
    }

    [Fact]
    public void Cell_that_was_in_a_cycle_runs_when_it_is_marked()
    {
        var pair = new Pair("A1: 1", "C1: =C1+1", "B1: =IFERROR(B2,5)", "B2: =IF(A1,B1+1,C1)");
        pair.Reads("B1", ErrorKind.Cycle);
        pair.Reads("C1", ErrorKind.Cycle);
        pair.Set("A1: 0");
        pair.Reads("B1", 5);
    }

    [Fact]
    public void Cycle_begins_at_zero_whatever_came_before()
    {
        var pair = new Pair("A1: 0", "B1: =IF(A1,4,B2)", "B2: =B1");
        pair.Reads("B1", 0);
        pair.Set("A1: 1");
        pair.Reads("B1", 4);
        pair.Reads("B2", 4);
        pair.Set("A1: 0");
        pair.Reads("B1", 0);
    }

    [Fact]
    public void Rows_that_do_not_choose_a_branch_do_not_ask_for_it()
    {
        var pair = new Pair("A1: 1", "A4: 1", "B1:B4: =A1+1", "C1:C4: =IF(A1,B1,0)", "D1: =SUM(C1:C4)");
        pair.Reads("D1", 4);
        Assert.Equal("B1 B4 C1 C2 C3 C4 D1", pair.Ran);
    }

    [Fact]
    public void Growing_range_whose_fixed_end_lies_below_is_a_head()
    {
        var pair = new Pair("A1: 1", "A9: 2", "B1:B6: =SUM(A1:A$9)", "C1:C6: =COUNT(A$9:A1)");
        pair.Reads("B1", 3);
        pair.Reads("C1", 2);
        pair.Set("A1: 5");
        pair.Reads("B1", 7);
        pair.Set("A1: blank");
        pair.Reads("C1", 1);
        pair.Reads("C2", 1);
        Assert.Equal("C2", pair.Ran);
    }

    [Fact]
    public void Array_of_conditions_asks_only_for_branches_that_are_chosen()
    {
        var pair = new Pair("A1: 1", "A2: 2", "B1: =A1+1", "C1: =SUM(IF(A1:A2>5,B1,7))", "C2: =SUM(IF(A1:A2>0,7,B1))", "C3: =SUM(IFERROR(A1:A2,B1))");
        pair.Reads("C1", 14);
        Assert.Equal("C1", pair.Ran);
        pair.Reads("C2", 14);
        Assert.Equal("C2", pair.Ran);
        pair.Reads("C3", 3);
        Assert.Equal("C3", pair.Ran);
    }

    [Theory]
    [InlineData("CHOOSE(A1:A2,3,4)", 7)]
    [InlineData("SWITCH(A1:A2,1,3,2,4)", 7)]
    [InlineData("SWITCH(A1:A2,1,3,9)", 12)]
    [InlineData("IFERROR(A1:A2/(A1:A2-1),5)", 7)]
    [InlineData("IFERROR(1/(A1:A2-A1:A2),5)", 10)]
    [InlineData("IF(A1:A2>1,IF(A1:A2>5,1,2),IF(A1:A2<5,3,4))", 5)]
    public void Lazy_functions_choose_value_by_value(string formula, double sum)
    {
        var pair = new Pair("A1: 1", "A2: 2", $"B1: =SUM({formula})");
        pair.Reads("B1", sum);
    }

    [Fact]
    public void Branches_that_are_references_are_taken_one_by_one()
    {
        var pair = new Pair("A1: 1", "A3: 1", "B1:B6: =COUNT(IF(A1,1,A$1:A$9),1)");
        pair.Reads("B1", 2);
        pair.Reads("B2", 3);
    }

    [Fact]
    public void Fallback_that_ends_with_a_call_is_skipped()
    {
        var pair = new Pair("B1: =IFERROR(1,MAX(1,1))", "B2: =IFERROR(1/0,MAX(2,1))");
        pair.Reads("B1", 1);
        pair.Reads("B2", 2);
    }

    [Fact]
    public void Cycle_that_stays_an_error_runs_nothing_below_it()
    {
        var pair = new Pair("A1: 1", "B1: =B2+A1", "B2: =B1+1", "B3: =IFERROR(B2,4)");
        pair.Reads("B3", 4);
        pair.Set("A1: 2");
        pair.Reads("B3", 4);
        Assert.Equal("B1 B2", pair.Ran);
    }

    [Fact]
    public void Recurrence_of_two_columns_asks_each_for_the_rows_that_are_needed()
    {
        var pair = new Pair("C21:D60: =D18-B18", "B55: =1+1");
        pair.Reads("D21", 0);
        pair.Book.Engine.Read(pair.Sheet.Grid, CellRange.Parse("D21:D60"));
        Assert.DoesNotContain("B55", pair.Ran, StringComparison.Ordinal);
        pair.Reads("C58", -2);
        Assert.Contains("B55", pair.Ran, StringComparison.Ordinal);
    }

    [Fact]
    public void Loop_of_columns_and_what_depends_on_it_is_marked_to_its_end()
    {
        var pair = new Pair("A1: 1", "B2:B40: =C1", "C1:C40: =B1+A1", "D1: =C40*2", "E1:E41: =C1");
        pair.Reads("D1", 2);
        pair.Reads("E40", 1);
        pair.Set("A1: 5");
        pair.Reads("D1", 10);
        pair.Reads("E40", 5);
        pair.Reads("E41", 0);
        Assert.Equal("E41", pair.Ran);
    }

    [Fact]
    public void Running_total_that_is_what_it_was_again_runs_no_further()
    {
        var pair = new Pair("A1: 1", "B1: =A1", "B2:B40: =B1+A2");
        pair.Reads("B40", 1);
        pair.Set("A1: 2");
        pair.Set("A20: -1");
        pair.Reads("B40", 1);
        Assert.Equal(20, pair.Ran.Split(' ').Length);
    }

    [Fact]
    public void Reference_that_a_function_returns_is_no_value()
    {
        var pair = new Pair("A2: 1", "B1:B6: =AND(1,INDEX(D$1:D$9,1,1))", "C1:C6: =COUNT(IF(A1,INDEX(D$1:D$9,1,1),5))");
        pair.Book.Engine.Read(pair.Sheet.Grid, CellRange.Parse("B1:C6"));
        pair.Reads("B1", true);
        pair.Reads("C1", 1);
        pair.Reads("C2", 0);
    }

    // The oracle has no iteration that ends before a value repeats.
    [Fact]
    public void Member_of_a_cycle_that_stopped_short_of_its_value_runs_when_it_is_marked()
    {
        var pair = new Pair("A1: 1", "B1: =B2/2+1", "B2: =IF(A1,B1,D1)");
        pair.Book.Calculation = new CalculationSettings { Iterate = true, IterateDelta = .001 };
        var (first, second) = (CellAddress.Parse("B1"), CellAddress.Parse("B2"));
        Assert.InRange(pair.Sheet[first].AsNumber(), 1.99, 1.9999);
        var stopped = pair.Sheet[second];
        pair.Sheet[CellAddress.Parse("D1")] = stopped;
        pair.Set("A1: 0");
        Assert.Equal(stopped.AsNumber() / 2 + 1, pair.Sheet[first]);
    }
}
