namespace Recalc.Explaining;

/// <summary>Whether the value of a cell can be used.</summary>
public enum RecalcState
{
    /// <summary>Something that the cell rests on may have changed, or the cell was never computed: a read looks at its script before it uses the value.</summary>
    Script,

    /// <summary>A read is computing the cell.</summary>
    InProgress,

    /// <summary>The value is valid.</summary>
    Done,
}
