using Recalc.Scripts;

namespace Recalc;

/// <summary>
/// A formula in relative form, read once and usable in any cell of its workbook: what a filled-down column has in common.
/// <c>default</c> is no formula. Immutable; safe to share; 4 bytes and a reference.
/// </summary>
public readonly struct Formula : IEquatable<Formula>
{
    internal Formula(FormulaTable table, FormulaId id) => (Owner, Id) = (table, id);

    internal FormulaTable? Owner { get; }
    internal FormulaId Id { get; }

    /// <summary>True when there is none.</summary>
    public bool IsDefault => Owner is null;

    /// <summary>True when the text had a mistake; such a formula keeps its text and has the value <c>#NAME?</c>.</summary>
    public bool HasErrors => Owner is not null && Owner.HasErrors(Id);

    /// <inheritdoc/>
    public bool Equals(Formula other) => ReferenceEquals(Owner, other.Owner) && Id == other.Id;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Formula other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Id.GetHashCode();

    /// <summary>True when both are the same formula, spaces included, of the same workbook.</summary>
    public static bool operator ==(Formula left, Formula right) => left.Equals(right);

    /// <summary>True when they are different formulas.</summary>
    public static bool operator !=(Formula left, Formula right) => !left.Equals(right);
}
