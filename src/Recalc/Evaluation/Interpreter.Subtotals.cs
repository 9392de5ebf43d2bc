using Recalc.Addressing;
using Recalc.Functions;
using Recalc.Scripts;

namespace Recalc.Evaluation;

/// <content>What SUBTOTAL and AGGREGATE leave out, and chance.</content>
internal sealed partial class Interpreter
{
    private static readonly int Subtotal = IdOf("SUBTOTAL");
    private static readonly int Aggregate = IdOf("AGGREGATE");

    /// <summary>By script: 1 when it calls SUBTOTAL or AGGREGATE, -1 when it does not, 0 until somebody asked.</summary>
    private sbyte[] _holdsSubtotal = [];

    /// <summary>Where random numbers come from; set by whoever reads.</summary>
    public Chance Chance { get; set; } = Chance.Any;

    public override double NextRandom() => Chance.Next();

    public override bool IsRowHidden(int sheet, int row) => _model[sheet].HiddenRows.Find(row) >= 0;

    public override bool HoldsSubtotal(int sheet, CellAddress cell)
    {
        if (!_model[sheet].Regions.TryFind(cell, out var region)) return false;
        var script = _model.Formulas.ScriptOf(region.Formula);
        if (script == FormulaTable.Unreadable) return false;
        if (script >= _holdsSubtotal.Length) Array.Resize(ref _holdsSubtotal, Math.Max(2 * _holdsSubtotal.Length, script + 1));
        ref var holds = ref _holdsSubtotal[script];
        if (holds == 0) holds = CallsSubtotal(_model.ScriptOf(region.Formula)) ? (sbyte)1 : (sbyte)-1;
        return holds > 0;
    }

    private static bool CallsSubtotal(ReadOnlySpan<byte> script)
    {
        var reader = new ScriptReader(script);
        while (!reader.IsAtEnd)
        {
            if (reader.Read(out var item) != Opcode.Call) continue;
            reader.ReadOperand();
            if (item == Subtotal || item == Aggregate) return true;
        }
        return false;
    }

    private static int IdOf(string name) => FunctionCatalog.TryFind(name, out var function) ? function.Id : -1;
}
