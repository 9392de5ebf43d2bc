using Recalc.Functions;
using Recalc.Scripts;
using Recalc.Values;

namespace Recalc.Evaluation;

/// <content>Lambdas: how they are made and called, and the loops of functions that call them.</content>
internal sealed partial class Interpreter
{
    /// <summary>A call of a lambda takes about as long as looking at so many values.</summary>
    private const int StepsOfCall = 16;

    private void Lambda(int item)
    {
        var lambda = _model.Pools.Lambdas[item];
        _top -= lambda.Captured.Length;
        Operand[] captured = [.. _stack.AsSpan(_top, lambda.Captured.Length)];
        Push(Operand.Function(lambda.IsThunk ? new Thunk(lambda, captured, _grid, _nameDepth > 0) : new Closure(lambda, captured, _grid, _nameDepth > 0)));
    }

    // Calls what lies below so many arguments. The result is on top, or the body of a lambda has been begun.
    private bool Callback(int count, LambdaLoop? loop, int areas, ref ScriptReader reader)
    {
        var at = _top - count - 1;
        switch (_stack[at].Object)
        {
            case Closure closure:
                if (Refusal(closure, count) is { } refusal) Replace(at, refusal);
                else Call(closure, count, loop, areas, ref reader);
                return true;
            case NamedFunction named:
                _stack.AsSpan(at + 1, count).CopyTo(_stack.AsSpan(at));
                _top--;
                if (loop is null) return Call(named.Declaration, count, ref reader);
                if (!Compute(named.Declaration, count)) return false;
                if (_stack[_top - 1].LoopOrNull is not null) _stack[_top - 1] = ErrorKind.Calc;
                return true;
            default:
                Replace(at, _stack[at].IsError ? _stack[at] : Operand.Error(ErrorKind.Value, Faults.NoFunction));
                return true;
        }
    }

    private void Replace(int at, in Operand value)
    {
        _stack[at] = value;
        _top = at + 1;
    }

    private Operand? Refusal(Closure closure, int count)
    {
        var lambda = closure.Lambda;
        if (count > lambda.Parameters || count < lambda.Parameters - lambda.Optional) return Operand.Error(ErrorKind.Value, Faults.ParameterCount(lambda, count));
        if (_frameCount >= _limits.MaxCallDepth) return Operand.Error(ErrorKind.Num, Faults.OverCalls(_limits.MaxCallDepth));
        return TryChargeSteps(StepsOfCall) ? default(Operand?) : OverSteps;
    }

    private void Call(Closure closure, int count, LambdaLoop? loop, int areas, ref ScriptReader reader)
    {
        var lambda = closure.Lambda;
        var locals = Math.Max(LocalsOf(lambda.Script), lambda.Parameters);
        foreach (var slot in lambda.Captured) locals = Math.Max(locals, slot + 1);
        Enter(lambda.Script, closure.Grid, closure.IsOfName ? 1 : 0, locals, loop, areas, ref reader);
        _top -= count + 1;
        _stack.AsSpan(_top + 1, count).CopyTo(_locals.AsSpan(_firstLocal));
        for (var i = count; i < lambda.Parameters; i++) _locals[_firstLocal + i] = new CellValue(CellWord.Omitted);
        for (var i = 0; i < lambda.Captured.Length; i++) _locals[_firstLocal + lambda.Captured[i]] = closure.Captured[i];
    }

    // Makes the calls of a loop up to the first whose body is a script; at the end its result is on top.
    private bool Drive(LambdaLoop loop, ref ScriptReader reader)
    {
        while (true)
        {
            var (areas, depth) = (_areaCount, _frameCount);
            Reserve(loop.Arity + 1);
            if (!loop.TryNext(this, _stack.AsSpan(_top + 1, loop.Arity)))
            {
                Push(loop.Result);
                return true;
            }
            _stack[_top] = Operand.Function(loop.Function);
            _top += loop.Arity + 1;
            if (!Callback(loop.Arity, loop, areas, ref reader)) return false;
            if (_frameCount > depth) return true;
            if (!TryTake(loop, areas)) return false;
        }
    }

    // Gives a loop the value on top. Areas that were made for the call are used again unless they live on in it.
    private bool TryTake(LambdaLoop loop, int areas)
    {
        ref var result = ref _stack[_top - 1];
        if (result.FunctionOrNull is null && !TryRead(ref result)) return false;
        loop.Take(result);
        if (result.Object is not (CellArea or Callable)) _areaCount = areas;
        _top--;
        return true;
    }

    // A function where a value is wanted. The name of a function of the catalogue is no name.
    private static Operand NoValue(Callable function) =>
        function is NamedFunction ? Operand.Error(ErrorKind.Name, Faults.NoName) : Operand.Error(ErrorKind.Value, Faults.NotCalled);
}
