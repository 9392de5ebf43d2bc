using Recalc.Functions.Arithmetic;
using Recalc.Functions.Dates;
using Recalc.Functions.Engineering;
using Recalc.Functions.Financial;
using Recalc.Functions.Information;
using Recalc.Functions.Logic;
using Recalc.Functions.Lookup;
using Recalc.Functions.Statistical;
using Recalc.Functions.Texts;
using Recalc.Functions.Trigonometric;

namespace Recalc.Functions;

/// <summary>
/// The bodies of the functions of the catalogue, by id. Functions with lazy arguments have none: they are compiled to jumps. Immutable;
/// thread-safe.
/// </summary>
internal static class FunctionLibrary
{
    private static readonly FunctionBody?[] Bodies = Resolve(
    [
        ArithmeticFunctions.Rows,
        RoundingFunctions.Rows,
        MultipleFunctions.Rows,
        ChoiceFunctions.Rows,
        SquareFunctions.Rows,
        MatrixFunctions.Rows,
        RandomFunctions.Rows,
        NumeralFunctions.Rows,
        TrigonometricFunctions.Rows,
        NumeralSystemFunctions.Rows,
        BitFunctions.Rows,
        UnitFunctions.Rows,
        ErrorFunctions.Rows,
        BesselFunctions.Rows,
        ComplexFunctions.Rows,
        ComplexCurves.Rows,
        SubtotalFunctions.Rows,
        StatisticalFunctions.Rows,
        SpreadFunctions.Rows,
        RankFunctions.Rows,
        RegressionFunctions.Rows,
        LeastSquaresFunctions.Rows,
        AnnuityFunctions.Rows,
        CashFlowFunctions.Rows,
        DepreciationFunctions.Rows,
        NormalFunctions.Rows,
        CountDistributions.Rows,
        ShapeDistributions.Rows,
        TestDistributions.Rows,
        TestFunctions.Rows,
        LogicFunctions.Rows,
        LambdaFunctions.Rows,
        InformationFunctions.Rows,
        KindFunctions.Rows,
        FormulaFunctions.Rows,
        LookupFunctions.Rows,
        PositionFunctions.Rows,
        AddressText.Rows,
        ReferenceFunctions.Rows,
        ListFunctions.Rows,
        ShapeFunctions.Rows,
        StackFunctions.Rows,
        SelectionFunctions.Rows,
        TextFunctions.Rows,
        CharacterFunctions.Rows,
        SearchFunctions.Rows,
        JoinFunctions.Rows,
        PartFunctions.Rows,
        TextSplit.Rows,
        ConversionFunctions.Rows,
        FormatFunctions.Rows,
        BahtFunctions.Rows,
        PatternFunctions.Rows,
        XmlQuery.Rows,
        DateFunctions.Rows,
        CalendarFunctions.Rows,
        TimeFunctions.Rows,
        DayCountFunctions.Rows,
        WorkingDays.Rows,
    ]);

    /// <summary>The body of a function; null while there is none.</summary>
    public static FunctionBody? Find(int id) => Bodies[id];

    /// <summary>The body of a function, be it registered; null while there is none.</summary>
    public static FunctionBody? Find(FunctionDeclaration function) => function.Body ?? Bodies[function.Id];

    /// <summary>Puts the bodies of families to the ids of their names.</summary>
    /// <exception cref="InvalidOperationException">A name is not declared, or has two bodies.</exception>
    internal static FunctionBody?[] Resolve(ReadOnlySpan<BodyList> families)
    {
        var bodies = new FunctionBody?[FunctionCatalog.All.Count];
        foreach (var family in families)
        {
            foreach (var (name, body) in family)
            {
                if (!FunctionCatalog.TryFind(name, out var declaration)) throw Wrong(name, "has a body but no declaration");
                if (bodies[declaration.Id] is not null) throw Wrong(name, "has two bodies");
                bodies[declaration.Id] = body;
            }
        }
        return bodies;
    }

    private static InvalidOperationException Wrong(string name, string what) => new($"{name} {what}.");
}
