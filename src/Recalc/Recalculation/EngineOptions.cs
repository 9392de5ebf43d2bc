using Recalc.Addressing;
using Recalc.Caching;
using Recalc.Evaluation;
using Recalc.Values;

namespace Recalc.Recalculation;

/// <summary>What the engine was told by the workbook that owns it.</summary>
/// <param name="Limits">What one formula may take.</param>
/// <param name="Clock">Where NOW and TODAY look.</param>
/// <param name="Chance">Where RAND and its kin look.</param>
/// <param name="Dates">Which day dates count from, asked at every read.</param>
/// <param name="Waves">How often a cycle is iterated at most, and the change that counts as none; asked for every cycle.</param>
/// <param name="NameOf">The name of a cell, for explanations.</param>
/// <param name="Results">What calls came to before; null when results are not kept.</param>
internal sealed record EngineOptions(
    EvaluationLimits Limits,
    TimeProvider Clock,
    Chance Chance,
    Func<DateSystem> Dates,
    Func<(int Most, double Delta)> Waves,
    Func<int, CellAddress, string> NameOf,
    ResultCache? Results);
