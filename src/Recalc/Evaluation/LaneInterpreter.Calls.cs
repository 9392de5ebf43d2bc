using Recalc.Functions;
using Recalc.Values;

namespace Recalc.Evaluation;

/// <content>Calls: once for all lanes where the arguments are the same in all of them, with a kernel where there is one, else lane by lane.</content>
internal sealed partial class LaneInterpreter
{
    /// <summary>The arguments of one lane.</summary>
    private Operand[] _arguments = new Operand[8];

    private LaneOutcome Call(int id, int count)
    {
        var function = _model.Pools.Functions.ById(id);
        if (_arguments.Length < count) _arguments = new Operand[Math.Max(count, 2 * _arguments.Length)];
        var operands = _stack.AsSpan(_top - count, count);
        var outcome = Prepare(function, operands, out var isUniform);
        if (outcome != LaneOutcome.Done) return outcome;
        var result = Push();
        if (isUniform)
        {
            outcome = Invoke(function, count, 0, out var value, out var wasReference);
            if (outcome != LaneOutcome.Done) return outcome;
            result.SetUniform(value);
            result.WasReference = wasReference;
        }
        else
        {
            var left = default(LaneMask);
            if (!TryKernel(function, count, result, left))
            {
                left = _active;
                result.SetComputed(_count);
            }
            outcome = InvokeEach(function, count, left, result);
            if (outcome != LaneOutcome.Done) return outcome;
        }
        Replace(count);
        return LaneOutcome.Done;
    }

    // Calls the function for each lane that a kernel left to it; once for lanes that follow one another and give it the same.
    private LaneOutcome InvokeEach(FunctionDeclaration function, int count, in LaneMask left, LaneRegister result)
    {
        var (last, value, wasReference) = (-1, Operand.Blank, false);
        for (var lane = NextFailed(left, 0); lane >= 0; lane = NextFailed(left, lane + 1))
        {
            if (last < 0 || function.Purity != FunctionPurity.Pure || !TakesSame(count, last, lane))
            {
                var outcome = Invoke(function, count, lane, out value, out wasReference);
                if (outcome != LaneOutcome.Done) return outcome;
            }
            last = lane;
            result.Set(lane, value, _count);
            result.WasReference |= wasReference;
        }
        return LaneOutcome.Done;
    }

    // True when two lanes have the same arguments; arguments there are some, or the cells themselves may be what the function is about.
    private bool TakesSame(int count, int lane, int other)
    {
        for (var i = _top - 1 - count; i < _top - 1; i++)
        {
            var operand = _stack[i];
            if (operand.Kind == LaneKind.Reference ? !IsSame(operand.Reference.Area) : !operand.IsSame(lane, other)) return false;
        }
        return count > 0;
    }

    // Makes the areas valid that the active lanes take, and says whether all lanes take the same arguments.
    private LaneOutcome Prepare(FunctionDeclaration function, ReadOnlySpan<LaneRegister> operands, out bool isUniform)
    {
        // ROW() is another number in every lane, and so is a throw of dice.
        isUniform = operands.Length > 0 && function.Purity is not (FunctionPurity.Volatile or FunctionPurity.Impure);
        for (var i = 0; i < operands.Length; i++)
        {
            var operand = operands[i];
            var kind = function.KindOf(i, operands.Length);
            if (kind == ArgumentKind.Value && Read(operand) is not LaneOutcome.Done and var outcome) return outcome;
            if (operand.Kind != LaneKind.Reference)
            {
                if (operand.WasReference && kind != ArgumentKind.Value) return LaneOutcome.Refused;
                isUniform &= operand.Kind == LaneKind.Uniform;
                continue;
            }
            isUniform &= IsSame(operand.Reference.Area);
            var grid = operand.Reference.Grid;
            if (grid < 0) return LaneOutcome.Refused;
            if (!IsOnSheet(operand.Reference.Area)) return LaneOutcome.Refused;
            if (kind == ArgumentKind.Area && !AreValid(_model[grid], operand.Reference.Area)) return LaneOutcome.Blocked;
        }
        return LaneOutcome.Done;
    }

    private LaneOutcome Invoke(FunctionDeclaration function, int count, int lane, out Operand value, out bool wasReference)
    {
        _single.Begin(_grid, CellOf(lane));
        var first = _top - 1 - count;
        for (var i = 0; i < count; i++)
        {
            var operand = _stack[first + i];
            _arguments[i] = operand.Kind == LaneKind.Reference ? AreaOf(operand, lane) : operand[lane];
        }
        value = _single.Invoke(function, _arguments.AsSpan(0, count), out wasReference);
        if (value.IsBlocked)
        {
            Wanted = _single.Wanted;
            return LaneOutcome.Blocked;
        }
        return value.Grid is null ? LaneOutcome.Done : LaneOutcome.Refused;
    }

    private Operand AreaOf(LaneRegister operand, int lane)
    {
        var reference = operand.Reference;
        return reference.Area.TryAt(CellOf(lane), out var range) ? Operand.Area(_single.Area(reference.Grid, range)) : ErrorKind.Ref;
    }
}
