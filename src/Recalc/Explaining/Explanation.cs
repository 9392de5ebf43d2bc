using Recalc.Values;

namespace Recalc.Explaining;

/// <summary>Why a cell has the value it has: <see cref="Explainer.Why(Place, bool, int)"/>. What was known when the question was asked; immutable, safe to share.</summary>
public sealed record Explanation
{
    internal Explanation() { }

    /// <summary>The cell, name or node.</summary>
    public required Place Place { get; init; }

    /// <summary>What gives it its value.</summary>
    public required CellContent Content { get; init; }

    /// <summary>The formula as it reads in the cell, with <c>=</c>; for a cell of an array or spill that of its anchor; null when there is none.</summary>
    public required string? Formula { get; init; }

    /// <summary>The value: that of the last run, be it valid or not; blank before the first.</summary>
    public required CellValue Value { get; init; }

    /// <summary>What the engine or a function says of an error; null when there is nothing to say beyond its kind.</summary>
    public required string? Reason { get; init; }

    /// <summary>Whether the value is valid.</summary>
    public required RecalcState State { get; init; }

    /// <summary>True when the cell is to be computed in any case; false when it is valid, or may turn out to be, once it is known that what it rests on did not change.</summary>
    public required bool MustRun { get; init; }

    /// <summary>True when the cell is computed at every read after an edit, whatever the edit was: its formula calls NOW, RAND or something alike.</summary>
    public required bool IsVolatile { get; init; }

    /// <summary>
    /// What it rests on directly, as <see cref="Explainer.Precedents(Place, bool, int)"/> says; for a cell that is valid, and whose formula may be evaluated once more to see, that which the formula
    /// read this time: branches that were not taken are left out.
    /// </summary>
    public required PlaceList Reads { get; init; }

    /// <summary>Of these what is not valid itself, and is to be looked at before the cell; empty for a valid cell.</summary>
    public required PlaceList Awaits { get; init; }

    /// <summary>
    /// For a cell that was found to be valid without being computed: what was computed instead, with the same value as before. Empty for any other; null when runs were not
    /// recorded (<see cref="Explainer.IsRecording"/>).
    /// </summary>
    public required PlaceList? CutOffBy { get; init; }

    /// <summary>How often and how long the cell ran; null when that was not recorded (<see cref="Explainer.IsRecording"/>).</summary>
    public required RunStatistics? Statistics { get; init; }

    /// <summary>
    /// For an error the shortest way that it came, from the cell to the one in which it came about: a value, or a formula or code that read no such error. Empty for any other
    /// value.
    /// </summary>
    public required IReadOnlyList<ErrorStep> ErrorPath { get; init; }

    /// <summary>
    /// For a cell that rests on itself, or an error that came from such a cell: the cells of the shortest ring, each of which reads the next, and the last the first. Empty when there is none.
    /// </summary>
    public required IReadOnlyList<Place> Ring { get; init; }

    /// <summary>False when a search was given up for its length, so that <see cref="CutOffBy"/>, <see cref="ErrorPath"/> or <see cref="Ring"/> may say less than there is.</summary>
    public required bool IsComplete { get; init; }

    /// <summary>The explanation as a text of some lines, for people.</summary>
    public override string ToString() => ExplanationWriter.Write(this);
}
