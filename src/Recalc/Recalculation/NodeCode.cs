using Recalc.Functions;

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

    protected NodeCode()
    {
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
    /// <returns>A single value, or an object in the word of one.</returns>
    public abstract Operand Run(object body, object context);

    /// <summary>True when <see cref="IsSame"/> has to be asked, whatever the values are.</summary>
    public virtual bool HasEquality => false;

    /// <summary>True when a new value may take the place of the old one without telling anybody.</summary>
    public virtual bool IsSame(object body, in Operand before, in Operand after) =>
        before.Word == after.Word && (ReferenceEquals(before.Object, after.Object) || (before.Object?.Equals(after.Object) ?? false));
}
