namespace Recalc.League.Models;

/// <summary>One kind of edit: an input is set, and something is read.</summary>
/// <param name="Name">What its metrics begin with.</param>
/// <param name="Set">Sets the input for the k-th time, to a value that it did not have before.</param>
/// <param name="Read">Reads what the edit is about.</param>
/// <param name="Prepare">Done before each edit, not timed.</param>
/// <param name="ReadAlone">Whether the time of the edit is that of the read, without the set.</param>
internal sealed record CellEdit(string Name, Action<int> Set, Func<double> Read, Action? Prepare = null, bool ReadAlone = false);
