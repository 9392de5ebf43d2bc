using Recalc.Addressing;
using Recalc.Functions;
using Recalc.Graph;
using Recalc.Scripts;
using Recalc.Syntax;

namespace Recalc.Evaluation;

/// <summary>Finds the traits of scripts, once for each script and grid that names mean something else on. For one thread.</summary>
internal sealed class TraitReader(Model model)
{
    /// <summary>The traits of scripts without names, by number; <see cref="ScriptTraits.None"/> until somebody asked.</summary>
    private ScriptTraits[] _traits = [];

    /// <summary>Those of scripts with names, by script and grid; of <see cref="_version"/> of the model.</summary>
    private readonly Dictionary<(int Script, int Grid), ScriptTraits> _named = [];
    private long _version;

    /// <summary>The formulas of names that were met while a script is read.</summary>
    private readonly List<(int Grid, FormulaId Formula)> _met = [];

    /// <summary>Turns to the model of another workbook of the same family.</summary>
    public void Attach(Model other) => model = other;

    public ScriptTraits Of(FormulaId formula, int grid)
    {
        var script = model.Formulas.ScriptOf(formula);
        if (script == FormulaTable.Unreadable) return ScriptTraits.Known | ScriptTraits.Singular;
        if (script < _traits.Length && _traits[script] != ScriptTraits.None) return _traits[script];
        if (_version != model.Version) _named.Clear();
        _version = model.Version;
        if (_named.TryGetValue((script, grid), out var traits)) return traits;
        traits = Read(model.Pools.Scripts[script], grid, out var hasNames);
        _met.Clear();
        if (hasNames) return _named[(script, grid)] = traits;
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

    private ScriptTraits Read(ReadOnlySpan<byte> script, int grid, out bool hasNames)
    {
        var traits = ScriptTraits.Known;
        hasNames = false;
        var (missing, callsNobody) = (ScriptTraits.None, false);
        var reader = new ScriptReader(script);
        for (var isSingle = false; !reader.IsAtEnd;)
        {
            var wasSingle = isSingle;
            isSingle = false;
            switch (reader.Read(out var item))
            {
                case Opcode.Cell or Opcode.Range:
                    traits |= OfReference(model.Pools.References[item].Qualifier, grid, ref hasNames);
                    break;
                case Opcode.Name:
                    hasNames = true;
                    var meaning = model.MeaningOf(item, grid);
                    if (meaning.Kind == NameKind.Missing) missing |= model.Features.Add(model.Pools.Symbols[model.Pools.Names[item].Symbol]);
                    traits |= OfName(meaning, out isSingle);
                    break;
                case Opcode.Call:
                    traits |= OfCall(model.Pools.Functions.ById(item), reader.ReadOperand());
                    isSingle = true;                                            // lanes take single results only
                    break;
                case Opcode.JumpIfFalse: traits |= ScriptTraits.Selective; break;
                case Opcode.Local or Opcode.Array: traits |= ScriptTraits.Singular; break;
                case Opcode.Lambda:
                    traits |= ScriptTraits.Singular | ScriptTraits.Selective;
                    traits |= Read(model.Pools.Scripts[model.Pools.Lambdas[item].Script], grid, out var bodyHasNames);
                    hasNames |= bodyHasNames;
                    break;
                case Opcode.Callback:
                    traits |= ScriptTraits.Singular | ScriptTraits.Selective;
                    callsNobody |= missing != ScriptTraits.None;
                    break;
                // What is one cell in every row, or what a call yields to a lane, is single without asking for it.
                case Opcode.Unary when wasSingle && (SyntaxKind)item == SyntaxKind.ImplicitIntersection: break;
                case Opcode.Unary: traits |= OfUnary((SyntaxKind)item); break;
                case Opcode.Binary: traits |= OfBinary((SyntaxKind)item); break;
            }
        }
        // A function that nobody defined may be there where the workbook comes from.
        return callsNobody ? traits | missing : traits;
    }

    private ScriptTraits OfReference(int qualifier, int grid, ref bool hasNames)
    {
        if (qualifier == 0) return ScriptTraits.None;
        hasNames = true;                                                        // names of sheets
        return model.GridOf(qualifier, grid) switch
        {
            Model.Unsupported => model.Features.Add(UnsupportedFeatures.Links),
            Model.Span or Model.Linked => ScriptTraits.Singular,
            _ => ScriptTraits.None,
        };
    }

    private ScriptTraits OfName(in NameMeaning meaning, out bool isCell)
    {
        isCell = meaning.Kind is NameKind.Area or NameKind.Row && meaning.Area.Area.Shape == ReferenceShape.Cell;
        switch (meaning.Kind)
        {
            case NameKind.Area or NameKind.Row: return ScriptTraits.None;
            case NameKind.OwnTable: return ScriptTraits.Singular | ScriptTraits.Selective;
            case NameKind.Formula:
                var traits = ScriptTraits.Singular | ScriptTraits.Selective;
                if (_met.Contains((meaning.Scope, meaning.Formula))) return traits;
                _met.Add((meaning.Scope, meaning.Formula));
                return traits | Read(model.ScriptOf(meaning.Formula), meaning.Scope, out _);
            case NameKind.Function: return ScriptTraits.Singular | ScriptTraits.Selective | OfCall(meaning.Function!, 0);
            case NameKind.Unsupported: return ScriptTraits.Singular | model.Features.Add(UnsupportedFeatures.Links);
            default: return ScriptTraits.Singular;
        }
    }

    private ScriptTraits OfCall(FunctionDeclaration function, int arguments)
    {
        var traits = FunctionLibrary.Find(function) is null ? model.Features.Add(function.Name) : ScriptTraits.None;
        if (function.Purity == FunctionPurity.Dynamic) traits |= ScriptTraits.Selective | ScriptTraits.Singular | ScriptTraits.Discovering;
        if (function.Purity is FunctionPurity.Volatile or FunctionPurity.SometimesVolatile) traits |= ScriptTraits.Volatile;
        if (function.Purity == FunctionPurity.Impure) traits |= ScriptTraits.Impure;
        if (function.Promises.TimeToLive is not null) traits |= ScriptTraits.Singular | ScriptTraits.Impure;
        if (function.Purity == FunctionPurity.Structural) traits |= ScriptTraits.Structural;
        for (var i = 0; i < arguments; i++)
            if (function.KindOf(i, arguments) is ArgumentKind.Reference or ArgumentKind.Lambda) traits |= ScriptTraits.Selective;
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
        SyntaxKind.Union => ScriptTraits.Singular,
        SyntaxKind.Range => ScriptTraits.Singular | ScriptTraits.Selective | ScriptTraits.Discovering,
        SyntaxKind.Intersection => ScriptTraits.Singular | ScriptTraits.Selective,
        _ => ScriptTraits.None,
    };
}
