using System.Text;
using Recalc.Addressing;
using Recalc.Syntax;
using Recalc.Values;

namespace Recalc.Repl.Evaluating;

/// <summary>Something that is given a value: a cell, or a name.</summary>
internal readonly struct Assignment
{
    private readonly Evaluator _evaluator;
    private readonly Sheet? _sheet;
    private readonly CellAddress _cell;
    private readonly DefinedName? _name;

    private Assignment(Evaluator evaluator, Sheet? sheet, CellAddress cell, DefinedName? name) =>
        (_evaluator, _sheet, _cell, _name) = (evaluator, sheet, cell, name);

    /// <summary>
    /// Finds what <paramref name="target"/> speaks of; false when it is neither a cell of a sheet that is there nor a possible name.
    /// </summary>
    public static bool TryFind(Evaluator evaluator, string target, out Assignment assignment)
    {
        assignment = default;
        if (CellName.TryFind(evaluator.Workbook, evaluator.Home, target, out var sheet, out var cell))
        {
            assignment = new Assignment(evaluator, sheet, cell, null);
            return true;
        }
        if (!IsName(target)) return false;
        var name = evaluator.Workbook.FindName(target, evaluator.Home) ?? new DefinedName(target, "");
        assignment = new Assignment(evaluator, null, default, name);
        return true;
    }

    /// <summary>A name that stands for a single cell becomes that cell: an input is set, and the name means what it did.</summary>
    public Assignment Follow() =>
        _name is not null && CellName.TryFind(_evaluator.Workbook, _evaluator.Home, _name.Formula, out var sheet, out var cell)
            ? new Assignment(_evaluator, sheet, cell, null)
            : this;

    /// <summary>Sets a value.</summary>
    public void Set(CellValue value)
    {
        if (_sheet is not null) _sheet[_cell] = value;
        else Define(value.IsBlank ? "" : Spell(value));
    }

    /// <summary>Sets a formula that has no mistakes.</summary>
    public void Set(SyntaxTree formula)
    {
        if (_sheet is not null) _sheet.SetFormula(_cell, formula.ToString());
        else Define(AbsoluteFormula.Of(formula, _evaluator.Home).TrimStart().TrimStart('='));
    }

    private void Define(string formula) => _evaluator.Workbook.DefineName(_name! with { Formula = formula });

    private static bool IsName(string text) =>
        SyntaxTree.Parse(Encoding.UTF8.GetBytes(text)) is { Diagnostics.Count: 0, Root: { Kind: SyntaxKind.Name, Qualifier: null } };

    // A value as a formula spells it.
    private static string Spell(CellValue value) =>
        value.Kind == CellValueKind.Text ? $"\"{value.AsText().Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : value.ToString();
}
