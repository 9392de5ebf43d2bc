namespace Recalc.League.Models;

/// <summary>A model as one peer holds it: built, and calculated when asked.</summary>
internal interface IModel
{
    /// <summary>The edits to time, the same ones in the same order for each peer.</summary>
    IReadOnlyList<CellEdit> Edits { get; }

    /// <summary>Calculates everything that needs it.</summary>
    void Calculate();

    /// <summary>Forgets every result.</summary>
    void Forget();

    /// <summary>The checksum of the workload; calculates what it needs.</summary>
    double Read();
}
