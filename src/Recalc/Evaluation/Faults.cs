using System.Globalization;
using Recalc.Addressing;
using Recalc.Functions;
using Recalc.Values;

namespace Recalc.Evaluation;

/// <summary>The explanations of errors that the engine itself makes. Immutable; thread-safe.</summary>
internal static class Faults
{
    public static Fault Unreadable { get; } = new("The formula could not be read; read it with SyntaxTree.Parse to see where.");
    public static Fault NoSpill { get; } = new("What stands before the # is no cell with a formula that spills.");
    public static Fault SpillOffSheet { get; } = new("The array would reach past the edge of the sheet.");
    public static Fault NoUnions { get; } = new("This version does not compute unions of references.");
    public static Fault NoLambdas { get; } = new("Nobody defined the function, or it is a lambda, which this version does not call.");
    public static Fault NoLinks { get; } = new("This version does not read other workbooks or through several sheets.");
    public static Fault NoStructures { get; } = new("This version does not read structured references or names of other workbooks.");
    public static Fault NoReference { get; } = new("The text spells no reference to cells of this workbook, nor the name of one.");
    public static Fault NoName { get; } = new("Nobody defined the name; define it with Workbook.DefineName.");
    public static Fault NamesTooDeep { get; } = new("The name stands for formulas of names, more than 32 deep or of itself.");

    public static Fault SpillBlocked(CellAddress cell) => new($"The array cannot spill, for {cell} is in its way.");

    public static Fault NotComputed(string function) => new($"This version does not compute {function}.");

    public static Fault ArgumentCount(FunctionDeclaration function) => new(function.MinArguments == function.MaxArguments
        ? $"{function.Name} takes {function.MinArguments} arguments."
        : $"{function.Name} takes {function.MinArguments} to {function.MaxArguments} arguments.");

    public static Fault OverMemory(long bytes) => new(Limit("hold arrays of more bytes", bytes, nameof(EvaluationLimits.MaxMemory)));
    public static Fault OverSteps(long steps) => new(Limit("look at more values", steps, nameof(EvaluationLimits.MaxSteps)));
    public static Fault OverText(int length) => new(Limit("make a text with more characters", length, nameof(EvaluationLimits.MaxTextLength)));

    private static string Limit(string what, long limit, string option) =>
        string.Create(CultureInfo.InvariantCulture, $"The formula would {what} than RecalcOptions.{option} allows, which is {limit}.");
}
