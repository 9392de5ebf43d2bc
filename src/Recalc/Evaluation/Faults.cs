using System.Globalization;
using Recalc.Addressing;
using Recalc.Functions;
using Recalc.Scripts;
using Recalc.Values;

namespace Recalc.Evaluation;

/// <summary>The explanations of errors that the engine itself makes. Immutable; thread-safe.</summary>
internal static class Faults
{
    public static Fault Unreadable { get; } = new("The formula could not be read; read it with SyntaxTree.Parse to see where.");
    public static Fault NoSpill { get; } = new("What stands before the # is no cell with a formula that spills.");
    public static Fault SpillOffSheet { get; } = new("The array would reach past the edge of the sheet.");
    public static Fault ManyValues { get; } = new(
        "The formula yields several values, and the cell of a name holds one; put @ before what is to be one value, or use Workbook.DefineName.");
    public static Fault NoReference { get; } = new("The text spells no reference to cells of this workbook, nor the name of one.");
    public static Fault ManyAreas { get; } = new("A reference of several areas or sheets stands where one area is wanted.");
    public static Fault NoFunction { get; } = new("What is called is no function.");
    public static Fault NotCalled { get; } = new("A lambda stands where a value is wanted; call it with its arguments in parentheses.");
    public static Fault NoLinks { get; } = new("This version reads of other workbooks only the cells that were kept with the link, and there are none.");
    public static Fault NoForeignNames { get; } = new("This version does not read names and tables of other workbooks.");
    public static Fault NoSheet { get; } = new("The sheet before the name is not there.");
    public static Fault NoTableHere { get; } = new("A reference to a column of its own table stands outside of every table.");
    public static Fault NotInTable { get; } = new("A reference to the cells beside it in a table stands above or below the table's data.");
    public static Fault NoName { get; } = new("Nobody defined the name; define it with Workbook.DefineName.");
    public static Fault NamesTooDeep { get; } = new("The name stands for formulas of names, more than 32 deep or of itself.");

    public static Fault NoTable(string name) => new($"There is no table {name}.");

    public static Fault NoColumn(StructuredReference structure) =>
        new($"The table has no column {structure.FirstColumn}{(structure.LastColumn == structure.FirstColumn ? "" : " or no column " + structure.LastColumn)}.");

    public static Fault NoRows(TableParts parts) => new($"The table has no such rows: {parts}.");

    public static Fault SpillBlocked(CellAddress cell) => new($"The array cannot spill, for {cell} is in its way.");

    public static Fault NotComputed(string function) => new($"This version does not compute {function}.");

    public static Fault TakesNoArea(FunctionDeclaration function) =>
        new($"{function.Name} takes no range of several cells for a single value; + before the range makes an array of it.");

    public static Fault ArgumentCount(FunctionDeclaration function) => new(function.MinArguments == function.MaxArguments
        ? $"{function.Name} takes {function.MinArguments} arguments."
        : $"{function.Name} takes {function.MinArguments} to {function.MaxArguments} arguments.");

    public static Fault ParameterCount(LambdaConstant lambda, int count) =>
        new($"The lambda takes {lambda.Parameters} arguments, {lambda.Optional} of which may be left out, and was called with {count}.");

    public static Fault OverCalls(int depth) => new(Limit("call lambdas deeper", depth, nameof(EvaluationLimits.MaxCallDepth)));
    public static Fault OverMemory(long bytes) => new(Limit("hold arrays of more bytes", bytes, nameof(EvaluationLimits.MaxMemory)));
    public static Fault OverSteps(long steps) => new(Limit("look at more values", steps, nameof(EvaluationLimits.MaxSteps)));
    public static Fault OverText(int length) => new(Limit("make a text with more characters", length, nameof(EvaluationLimits.MaxTextLength)));

    private static string Limit(string what, long limit, string option) =>
        string.Create(CultureInfo.InvariantCulture, $"The formula would {what} than RecalcOptions.{option} allows, which is {limit}.");
}
