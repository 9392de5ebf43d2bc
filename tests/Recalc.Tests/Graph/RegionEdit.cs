using CsCheck;
using Recalc.Addressing;
using Recalc.Graph;
using Recalc.Scripts;

namespace Recalc.Tests.Graph;

/// <summary>One edit of a sheet's formulas, to be made in a map and in the oracle alike.</summary>
internal sealed record RegionEdit(string What, CellRange Range, int Formula, int Order)
{
    private static readonly FormulaId[] Formulas = [new(0), new(1), new(2)];

    /// <summary>Rectangles of a few cells around the corner where four pages of rows and some columns meet.</summary>
    private static readonly Gen<CellRange> Small = Gen.Select(
        Gen.Int[0, 8], Gen.Int[4090, 4099], Gen.Int[0, 4], Gen.Int[0, 4], (c, r, w, h) => new CellRange(c, r, c + w, r + h));

    private static readonly Gen<CellRange> Large = Gen.OneOf(
        Gen.Const(CellRange.Sheet),
        Gen.Const(CellRange.Parse("C:XFA")),
        Gen.Const(CellRange.Parse("4093:900000")),
        Gen.Const(CellRange.Parse("B4095:KZ4095")),
        Gen.Const(CellRange.Parse("D10:D1048576")));

    private static readonly Gen<RegionEdit> OnSmall = Gen.Select(Gen.OneOf("set", "set", "set", "clear", "array", "spill"), Small, Gen.Int[0, 2], Gen.Int[0, 5])
        .Select((what, range, formula, order) => new RegionEdit(what, range, formula, order));

    private static readonly Gen<RegionEdit> OnCell = Gen.Select(Gen.OneOf("set", "clear"), Small, Gen.Int[0, 2])
        .Select((what, range, formula) => new RegionEdit(what, new CellRange(range.First), formula, 0));

    private static readonly Gen<RegionEdit> OnLarge = Gen.Select(Gen.OneOf("array", "spill"), Large, Gen.Int[0, 2])
        .Select((what, range, formula) => new RegionEdit(what, range, formula, 0));

    public static readonly Gen<RegionEdit> Any = Gen.Frequency((6, OnSmall), (4, OnCell), (1, OnLarge));

    /// <summary>Fills and single cells alone.</summary>
    public static readonly Gen<RegionEdit> AnyFill = Gen.Frequency((1, OnSmall.Where(e => e.What is "set" or "clear")), (1, OnCell));

    public void Apply(RegionMap map, RegionOracle oracle)
    {
        switch (What)
        {
            case "set":
                foreach (var cell in InOrder())
                {
                    map.Set(cell, Formulas[Formula]);
                    oracle.Set(cell, Formulas[Formula]);
                }
                break;
            case "clear":
                foreach (var cell in InOrder())
                {
                    map.Clear(cell);
                    oracle.Clear(new CellRange(cell));
                }
                break;
            default:
                var kind = What == "array" ? RegionKind.Array : RegionKind.Spill;
                map.SetFixed(Range, Formulas[Formula], kind);
                oracle.SetFixed(Range, Formulas[Formula], kind);
                break;
        }
    }

    // Down, up, right, left, by a stride that is coprime to most sizes, and every other cell first.
    private IEnumerable<CellAddress> InOrder()
    {
        var cells = RegionOracle.Cells(Range).ToList();
        return Order switch
        {
            0 => cells,
            1 => cells.AsEnumerable().Reverse(),
            2 => cells.OrderBy(c => c.Row),
            3 => cells.OrderByDescending(c => c.Row).ThenByDescending(c => c.Column),
            4 => cells.Select((c, i) => (c, i)).OrderBy(p => p.i * 7 % 11).Select(p => p.c),
            _ => cells.Select((c, i) => (c, i)).OrderBy(p => p.i % 2).Select(p => p.c),
        };
    }
}
