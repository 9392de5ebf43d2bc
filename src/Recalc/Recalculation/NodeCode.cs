using Recalc.Functions;
using Recalc.Values;

namespace Recalc.Recalculation;

/// <summary>
/// How the code of nodes is called, and when two of its values are the same: one instance for each type that nodes yield, under a number that nodes keep. Immutable;
/// safe to share.
/// </summary>
internal abstract class NodeCode
{
    private static readonly Lock Gate = new();

    /// <summary>All instances by number; 0 is none. Replaced as a whole, so that reading it takes no lock.</summary>
    private static NodeCode?[] s_all = [null];

    /// <param name="hasEquality">True when <see cref="IsSame"/> has to be asked, whatever the values are.</param>
    protected NodeCode(bool hasEquality = false)
    {
        HasEquality = hasEquality;
        lock (Gate)
        {
            Number = (ushort)s_all.Length;
            s_all = [.. s_all, this];
        }
    }

    /// <summary>The number under which <see cref="Of"/> finds the instance.</summary>
    public ushort Number { get; }

    public static NodeCode Of(int number) => s_all[number]!;

    /// <summary>Calls the code of a node.</summary>
    /// <param name="body">The code.</param>
    /// <param name="context">What the engine was given for its nodes to read through.</param>
    /// <param name="side">The object beside the word of the value.</param>
    /// <returns>The word of a single value or of an object.</returns>
    public abstract CellWord Run(object body, object context, out object? side);

    /// <summary>True when <see cref="IsSame"/> has to be asked, whatever the values are.</summary>
    public bool HasEquality { get; }

    /// <summary>True when a new value may take the place of the old one without telling anybody.</summary>
    public virtual bool IsSame(object body, in Operand before, in Operand after) =>
        before.Word == after.Word && (ReferenceEquals(before.Object, after.Object) || (before.Object?.Equals(after.Object) ?? false));
}
