using Recalc.Functions;
using Recalc.Scripts;
using Recalc.Values;

namespace Recalc.Evaluation;

/// <content>Names and structured references.</content>
internal sealed partial class Interpreter
{
    private bool Name(int item, ref ScriptReader reader)
    {
        var meaning = _model.MeaningOf(item, _grid.Id);
        if (meaning.Kind == NameKind.OwnTable) meaning = _model.MeaningOf(meaning, _grid.Id, _cell);
        switch (meaning.Kind)
        {
            case NameKind.Formula when _nameDepth == DeepestNames:
                Push(Operand.Error(ErrorKind.Name, Faults.NamesTooDeep));
                return true;
            case NameKind.Formula:
                var script = _model.Formulas.ScriptOf(meaning.Formula);
                Enter(script, _model[meaning.Scope], _nameDepth + 1, LocalsOf(script), null, 0, ref reader);
                return true;
            case NameKind.Function:
                Push(Operand.Function(new NamedFunction(meaning.Function!)));
                return true;
            case NameKind.Row when !meaning.IsAreaIn(_cell.Row):
                Push(Operand.Error(ErrorKind.Value, Faults.NotInTable));
                return true;
            case NameKind.Area or NameKind.Row:
                Push(Operand.Area(Area(meaning.Area.Grid, meaning.Area.Area.At(_cell))));
                return true;
            case NameKind.Failed:
                Push(Operand.Error(meaning.Error, meaning.Fault));
                return true;
            case NameKind.Unsupported:
                Push(Operand.Error(ErrorKind.Ref, Faults.NoForeignNames));
                return true;
            default:
                Push(Operand.Error(ErrorKind.Name, Faults.NoName));
                return true;
        }
    }
}
