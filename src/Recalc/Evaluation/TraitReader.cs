using Recalc.Functions;
using Recalc.Graph;
using Recalc.Scripts;
using Recalc.Syntax;

namespace Recalc.Evaluation;

/// <summary>Finds the traits of scripts, once for each script and grid that names mean something else on. For one thread.</summary>
internal sealed class TraitReader(Model model)
{
    private const int DeepestNames = 32;

    /// <summary>The traits of scripts without names, by number; <see cref="ScriptTraits.None"/> until somebody asked.</summary>
    private ScriptTraits[] _traits = [];

    public ScriptTraits Of(FormulaId formula, int grid)
    {
        var script = model.Formulas.ScriptOf(formula);
        if (script == FormulaTable.Unreadable) return ScriptTraits.Known | ScriptTraits.Singular;
        if (script < _traits.Length && _traits[script] != ScriptTraits.None) return _traits[script];
        var traits = Read(formula, grid, 0, out var hasNames);
        if (hasNames) return traits;
        if (script >= _traits.Length) Array.Resize(ref _traits, Math.Max(2 * _traits.Length, Math.Max(64, script + 1)));
        return _traits[script] = traits;
    }

    /// <summary>Adds the cells of every formula that has a trait.</summary>
    public void AddCells(ScriptTraits trait, List<GridRange> cells)
    {
        foreach (var grid in model.Grids)
            foreach (var region in grid.Regions.Regions)
                if ((Of(region.Formula, grid.Id) & trait) != 0)
                    cells.Add(new GridRange(grid.Id, region.Range));
    }

    private ScriptTraits Read(FormulaId formula, int grid, int depth, out bool hasNames)
    {
        var traits = ScriptTraits.Known;
        hasNames = false;
        var reader = new ScriptReader(model.ScriptOf(formula));
        while (!reader.IsAtEnd)
        {
            switch (reader.Read(out var item))
            {
                case Opcode.Cell or Opcode.Range:
                    if (model.GridOf(model.Pools.References[item].Qualifier, grid) == Model.Unsupported) traits |= ScriptTraits.Unsupported;
                    break;
                case Opcode.Name:
                    hasNames = true;
                    traits |= OfName(item, grid, depth);
                    break;
                case Opcode.Call:
                    traits |= OfCall(FunctionCatalog.ById(item), reader.ReadOperand());
                    break;
                case Opcode.JumpIfFalse: traits |= ScriptTraits.Selective; break;
                case Opcode.Local or Opcode.Array: traits |= ScriptTraits.Singular; break;
                case Opcode.Lambda or Opcode.Callback: traits |= ScriptTraits.Singular | ScriptTraits.Unsupported; break;
                case Opcode.Unary: traits |= OfUnary((SyntaxKind)item); break;
                case Opcode.Binary: traits |= OfBinary((SyntaxKind)item); break;
            }
        }
        return traits;
    }

    private ScriptTraits OfName(int item, int grid, int depth)
    {
        var meaning = model.MeaningOf(item, grid);
        return meaning.Kind switch
        {
            NameKind.Area => ScriptTraits.Singular,
            NameKind.Formula when depth < DeepestNames =>
                Read(meaning.Formula, grid, depth + 1, out _) | ScriptTraits.Singular | ScriptTraits.Selective,
            NameKind.Unsupported => ScriptTraits.Singular | ScriptTraits.Unsupported,
            _ => ScriptTraits.Singular,
        };
    }

    private static ScriptTraits OfCall(FunctionDeclaration function, int arguments)
    {
        var traits = FunctionLibrary.Find(function.Id) is null ? ScriptTraits.Unsupported : ScriptTraits.None;
        if (function.Purity == FunctionPurity.Dynamic) traits |= ScriptTraits.Selective | ScriptTraits.Singular | ScriptTraits.Discovering;
        if (function.Purity is FunctionPurity.Volatile or FunctionPurity.SometimesVolatile) traits |= ScriptTraits.Volatile;
        for (var i = 0; i < arguments; i++)
            if (function.KindOf(i, arguments) == ArgumentKind.Reference) traits |= ScriptTraits.Selective;
        return traits;
    }

    private static ScriptTraits OfUnary(SyntaxKind kind) => kind switch
    {
        SyntaxKind.ImplicitIntersection => ScriptTraits.Singular | ScriptTraits.Selective,
        SyntaxKind.SpillRange => ScriptTraits.Singular | ScriptTraits.Selective | ScriptTraits.Discovering,
        _ => ScriptTraits.None,
    };

    private static ScriptTraits OfBinary(SyntaxKind kind) => kind switch
    {
        SyntaxKind.Union => ScriptTraits.Singular | ScriptTraits.Unsupported,
        SyntaxKind.Range => ScriptTraits.Singular | ScriptTraits.Selective | ScriptTraits.Discovering,
        SyntaxKind.Intersection => ScriptTraits.Singular | ScriptTraits.Selective,
        _ => ScriptTraits.None,
    };
}
