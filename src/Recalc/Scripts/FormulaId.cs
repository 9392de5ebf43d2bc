namespace Recalc.Scripts;

/// <summary>The number of a formula in its workbook's <see cref="FormulaTable"/>.</summary>
internal readonly record struct FormulaId(int Index);
