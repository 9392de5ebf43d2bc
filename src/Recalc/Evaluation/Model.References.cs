using Recalc.Graph;
using Recalc.Scripts;

namespace Recalc.Evaluation;

/// <content>Which cells formulas speak of.</content>
internal sealed partial class Model
{
    /// <summary>The formulas of names that <see cref="AddReferences(int, FormulaId, List{GridReference})"/> has met; empty between calls.</summary>
    private readonly List<(int Grid, FormulaId Formula)> _met = [];

    public void AddReferences(int grid, FormulaId formula, List<GridReference> references)
    {
        AddReferences(grid, ScriptOf(formula), references, isName: false);
        _met.Clear();
    }

    private void AddReferences(int grid, ReadOnlySpan<byte> script, List<GridReference> references, bool isName)
    {
        var reader = new ScriptReader(script);
        while (!reader.IsAtEnd)
        {
            switch (reader.Read(out var item))
            {
                case Opcode.Cell or Opcode.Range: AddReference(grid, Pools.References[item], references, isName); break;
                case Opcode.Name: AddReferences(grid, MeaningOf(item, grid), references); break;
                case Opcode.Lambda: AddReferences(grid, Pools.Scripts[Pools.Lambdas[item].Script], references, isName); break;
                case Opcode.Call: reader.ReadOperand(); break;
            }
        }
    }

    private void AddReference(int grid, in ScriptReference reference, List<GridReference> references, bool isName)
    {
        var area = isName ? Normalize(reference.Area) : reference.Area;
        var target = GridOf(reference.Qualifier, grid);
        if (target >= 0) references.Add(new GridReference(target, area));
        if (target != Span) return;
        var (first, last) = SheetsOf(reference.Qualifier);
        for (var sheet = first; sheet <= last; sheet++) references.Add(new GridReference(sheet, area));
    }

    private void AddReferences(int grid, in NameMeaning meaning, List<GridReference> references)
    {
        switch (meaning.Kind)
        {
            case NameKind.Area or NameKind.Row:
                references.Add(meaning.Area);
                break;
            case NameKind.OwnTable:
                foreach (var table in Tables.On(grid))
                    if (MeaningOf(table, meaning.Structure!) is { Kind: NameKind.Area or NameKind.Row } own) references.Add(own.Area);
                break;
            case NameKind.Formula:
                // A lambda may speak of itself, and often: what a formula says is said once.
                if (_met.Contains((meaning.Scope, meaning.Formula))) break;
                _met.Add((meaning.Scope, meaning.Formula));
                AddReferences(meaning.Scope, ScriptOf(meaning.Formula), references, isName: true);
                break;
        }
    }
}
