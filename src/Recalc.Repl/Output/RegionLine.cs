namespace Recalc.Repl.Output;

/// <summary>A region as the tool shows it.</summary>
internal sealed record RegionLine(string Sheet, string Range, string Formula, string Flavor)
{
    public static IEnumerable<RegionLine> All(Workbook workbook) =>
        from sheet in workbook.Sheets
        from region in sheet.GetRegions()
        select new RegionLine(sheet.Name, region.Range.ToString(), region.Formula, region.Flavor.ToString());

    public override string ToString() => $"  {Sheet}!{Range}\t={OneLine.Of(Formula)}{(Flavor is "Array" or "DataTable" ? $"\t{Flavor}" : "")}";
}
