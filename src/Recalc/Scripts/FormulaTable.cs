using Recalc.Addressing;
using Recalc.Syntax;

namespace Recalc.Scripts;

/// <summary>
/// The formulas of a workbook, each once: normal form → script. Numbers are never taken back. Any number of threads may read what is
/// there while one adds.
/// </summary>
internal sealed class FormulaTable(ScriptPools pools)
{
    private readonly InternTable _forms = new();

    /// <summary>The script of each formula, or <see cref="Unreadable"/>. Replaced as a whole when it grows.</summary>
    private int[] _scripts = new int[64];

    /// <summary>No script: the text could not be read.</summary>
    public const int Unreadable = -1;

    public ScriptPools Pools { get; } = pools;

    public int Count => _forms.Count;

    public ReadOnlySpan<byte> FormOf(FormulaId id) => _forms[id.Index];

    public FormulaFlavor FlavorOf(FormulaId id) => NormalForm.FlavorOf(FormOf(id));

    /// <summary>The number of its script among the pools' scripts, or <see cref="Unreadable"/>.</summary>
    public int ScriptOf(FormulaId id) => _scripts[id.Index];

    public bool HasErrors(FormulaId id) => ScriptOf(id) == Unreadable;

    /// <summary>The number of a form, which is added when new, and is unreadable until <see cref="SetScript"/>.</summary>
    public FormulaId Intern(ReadOnlySpan<byte> form, out bool added)
    {
        var id = new FormulaId(_forms.Intern(form, out added));
        if (!added) return id;
        if (id.Index == _scripts.Length) Array.Resize(ref _scripts, 2 * id.Index);
        _scripts[id.Index] = Unreadable;
        return id;
    }

    public void SetScript(FormulaId id, int script) => Volatile.Write(ref _scripts[id.Index], script);

    /// <summary>The formula as it reads in a cell, without <c>=</c>.</summary>
    public void Print(FormulaId id, CellAddress cell, FormulaDialect dialect, ByteWriter text) =>
        NormalForm.Print(FormOf(id), cell, dialect, Pools.Qualifiers, text);
}
