using Recalc.Addressing;
using Recalc.Graph;
using Recalc.Scripts;
using Recalc.Syntax;

namespace Recalc.Evaluation;

/// <summary>
/// The formulas of a recurrence, translated: numbers, cells and the four operations only. Operands that do not belong to the recurrence
/// are leaves that are filled beforehand; those that do look into earlier results. Used again and again. For one thread.
/// </summary>
internal sealed class RecurrenceProgram(Model model)
{
    /// <summary>How far back a formula may look.</summary>
    public const int MostRowsBack = 64;

    /// <summary>Turns to the model of another workbook of the same family.</summary>
    public void Attach(Model other) => model = other;

    /// <summary>A step and the leaf that it takes, if it takes one.</summary>
    public readonly record struct Step(StepCode Code, int Leaf);

    /// <summary>Where an operand comes from: a constant (no grid), a cell that stays (a row), a column, or the results of a member.</summary>
    /// <param name="Grid">The grid of a cell or column; null for a constant or a member.</param>
    /// <param name="Column">The column, or the number of the member.</param>
    /// <param name="Row">The row of a cell that stays, or the offset from the row that is computed.</param>
    /// <param name="Stays">True for a cell that stays.</param>
    /// <param name="Constant">The constant.</param>
    public readonly record struct Leaf(Grid? Grid, int Column, int Row, bool Stays, double Constant)
    {
        public bool IsMember => Grid is null && Column >= 0;
        public bool IsConstant => Grid is null && Column < 0;
    }

    private readonly List<int> _order = [];

    /// <summary>The members in the order in which a row is computed: who looks at another's own row comes after it.</summary>
    public List<RecurrenceMember> Members { get; } = [];

    public List<Leaf> Leaves { get; } = [];
    public List<Step> Steps { get; } = [];

    /// <summary>Where the steps of each member end.</summary>
    public List<int> Ends { get; } = [];

    /// <summary>How many rows back the formulas look at members.</summary>
    public int RowsBack { get; private set; }

    /// <summary>Translates the formulas of some columns; false when they are no recurrence from top to bottom of what can be translated.</summary>
    public bool TryBuild(IReadOnlyList<RecurrenceMember> members)
    {
        if (!TryOrder(members)) return false;
        Leaves.Clear();
        Steps.Clear();
        Ends.Clear();
        RowsBack = 0;
        foreach (var member in Members)
        {
            if (!TryTranslate(member)) return false;
            Ends.Add(Steps.Count);
        }
        return true;
    }

    /// <summary>
    /// How many rows before a row of one member the others are looked at, at least; directly or through others. Computed into
    /// <paramref name="distances"/>, by the order of <see cref="Members"/>.
    /// </summary>
    /// <returns>How many rows back the member looks at itself, at least. When it is 1, a row rests on all rows before it.</returns>
    public int Measure(int member, Span<int> distances)
    {
        var period = int.MaxValue;
        distances.Fill(int.MaxValue);
        distances[member] = 0;
        for (var round = 0; round < Members.Count; round++)
        {
            for (var i = 0; i < Members.Count; i++)
            {
                if (distances[i] == int.MaxValue) continue;
                for (var step = i == 0 ? 0 : Ends[i - 1]; step < Ends[i]; step++)
                {
                    if (Steps[step].Leaf < 0 || !Leaves[Steps[step].Leaf].IsMember) continue;
                    var leaf = Leaves[Steps[step].Leaf];
                    var distance = distances[i] - leaf.Row;
                    if (leaf.Column == member) period = Math.Min(period, distance);
                    distances[leaf.Column] = Math.Min(distances[leaf.Column], distance);
                }
            }
        }
        return period;
    }

    // Picks the members one after another whose own-row operands were all picked.
    private bool TryOrder(IReadOnlyList<RecurrenceMember> members)
    {
        Members.Clear();
        _order.Clear();
        while (Members.Count < members.Count)
        {
            var picked = -1;
            for (var i = 0; i < members.Count && picked < 0; i++)
                if (!_order.Contains(i) && !WaitsInRow(members, i)) picked = i;
            if (picked < 0) return false;
            _order.Add(picked);
            Members.Add(members[picked]);
        }
        return true;
    }

    private bool WaitsInRow(IReadOnlyList<RecurrenceMember> members, int index)
    {
        var member = members[index];
        var reader = new ScriptReader(model.ScriptOf(member.Region.Formula));
        while (!reader.IsAtEnd)
        {
            var opcode = reader.Read(out var item);
            if (opcode == Opcode.Call) reader.ReadOperand();
            if (opcode != Opcode.Cell) continue;
            var reference = model.Pools.References[item];
            if (reference.Area.Row1.IsAbsolute || reference.Area.Row1.Value != 0) continue;
            var other = Find(members, model.GridOf(reference.Qualifier, member.Grid.Id), reference.Area.Column1.At(member.Column));
            if (other >= 0 && !_order.Contains(other)) return true;
        }
        return false;
    }

    private static int Find(IReadOnlyList<RecurrenceMember> members, int grid, int column)
    {
        for (var i = 0; i < members.Count; i++)
            if (members[i].Grid.Id == grid && members[i].Column == column) return i;
        return -1;
    }

    private bool TryTranslate(in RecurrenceMember member)
    {
        var reader = new ScriptReader(model.ScriptOf(member.Region.Formula));
        var first = Steps.Count;
        while (!reader.IsAtEnd)
        {
            switch (reader.Read(out var item))
            {
                case Opcode.Constant when model.Pools.Constants[item].TryGetNumber(out var number):
                    Load(new Leaf(null, -1, 0, false, number));
                    break;
                case Opcode.Cell:
                    if (!TryLeaf(model.Pools.References[item], member, out var leaf)) return false;
                    Load(leaf);
                    break;
                case Opcode.Unary when (SyntaxKind)item is SyntaxKind.Negate or SyntaxKind.Percent:
                    Steps.Add(new Step((SyntaxKind)item == SyntaxKind.Negate ? StepCode.Negate : StepCode.Percent, -1));
                    break;
                case Opcode.Binary when (SyntaxKind)item is SyntaxKind.Add or SyntaxKind.Subtract or SyntaxKind.Multiply or SyntaxKind.Divide:
                    Combine((SyntaxKind)item);
                    break;
                case Opcode.Return:
                    if (Steps.Count == first) return false;
                    End();
                    return true;
                default: return false;
            }
        }
        return false;
    }

    // The last sum of a formula is another step, and so is keeping the result.
    private void End()
    {
        Steps[^1] = Steps[^1] with
        {
            Code = Steps[^1].Code switch
            {
                StepCode.AddLeaf => StepCode.AddLeafLast,
                StepCode.SubtractLeaf => StepCode.SubtractLeafLast,
                StepCode.Add => StepCode.AddLast,
                StepCode.Subtract => StepCode.SubtractLast,
                var other => other,
            },
        };
        Steps.Add(new Step(StepCode.Store, -1));
    }

    private void Load(in Leaf leaf)
    {
        var at = Leaves.IndexOf(leaf);
        if (at < 0)
        {
            at = Leaves.Count;
            Leaves.Add(leaf);
        }
        Steps.Add(new Step(StepCode.Load, at));
    }

    // An operand that was loaded last needs no place on the stack.
    private void Combine(SyntaxKind kind)
    {
        var code = kind switch
        {
            SyntaxKind.Add => StepCode.Add,
            SyntaxKind.Subtract => StepCode.Subtract,
            SyntaxKind.Multiply => StepCode.Multiply,
            _ => StepCode.Divide,
        };
        if (Steps[^1] is { Code: StepCode.Load } last) Steps[^1] = new Step(code - (StepCode.Add - StepCode.AddLeaf), last.Leaf);
        else Steps.Add(new Step(code, -1));
    }

    private bool TryLeaf(in ScriptReference reference, in RecurrenceMember member, out Leaf leaf)
    {
        leaf = default;
        var grid = model.GridOf(reference.Qualifier, member.Grid.Id);
        var column = reference.Area.Column1.At(member.Column);
        if (grid < 0 || !SheetLimits.IsColumn(column)) return false;
        var row = reference.Area.Row1;
        var other = Find(Members, grid, column);
        if (row.IsAbsolute)
        {
            if (other >= 0 && row.Value >= Members[other].Region.FirstRow && row.Value <= Members[other].Region.LastRow) return false;
            leaf = new Leaf(model[grid], column, row.Value, true, 0);
            return SheetLimits.IsRow(row.Value);
        }
        if (other < 0)
        {
            leaf = new Leaf(model[grid], column, row.Value, false, 0);
            return true;
        }
        if (row.Value > 0 || row.Value < -MostRowsBack || (row.Value == 0 && other >= Ends.Count)) return false;
        RowsBack = Math.Max(RowsBack, -row.Value);
        leaf = new Leaf(null, other, row.Value, false, 0);
        return true;
    }
}
