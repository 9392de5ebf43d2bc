using Recalc.Addressing;
using Recalc.Functions;
using Recalc.Graph;
using Recalc.Scripts;
using Recalc.Values;

namespace Recalc.Evaluation;

/// <content>Calls of built-in functions, and what they may ask and take.</content>
internal sealed partial class Interpreter
{
    private const int BytesOfValue = 16;

    private long _stepsLeft;
    private long _memoryLeft;

    public override CellAddress Cell => _cell;

    /// <summary>Where the time is looked up; set by whoever reads.</summary>
    public TimeProvider Clock { get; set; } = TimeProvider.System;

    /// <summary>The time of this read; null until a function asks. Reset by whoever reads.</summary>
    public DateTime? ReadTime { get; set; }

    /// <summary>Which day dates count from; set by whoever reads.</summary>
    public DateSystem Dates { get; set; }

    public override DateTime Now => ReadTime ??= Clock.GetLocalNow().DateTime;
    public override DateSystem DateSystem => Dates;
    public override int MaxTextLength => _limits.MaxTextLength;

    public override Operand OverMemory => Operand.Error(ErrorKind.Num, Faults.OverMemory(_limits.MaxMemory));
    public override Operand OverSteps => Operand.Error(ErrorKind.Num, Faults.OverSteps(_limits.MaxSteps));
    public override Operand OverText => Operand.Error(ErrorKind.Value, Faults.OverText(_limits.MaxTextLength));

    public override bool TryChargeMemory(long values) => values <= _memoryLeft / BytesOfValue && (_memoryLeft -= values * BytesOfValue) >= 0;

    public override bool TryChargeSteps(long steps) => (_stepsLeft -= steps) >= 0;

    /// <summary>Gets ready to be the call site of a function in a cell.</summary>
    public void Begin(Grid grid, CellAddress cell)
    {
        (_grid, _cell, _top, _areaCount, _controlCount, _nameDepth) = (grid, cell, 0, 0, 0, 0);
        (_frameCount, _firstLocal, _endOfLocals, _firstControl, _scriptDepth) = (0, 0, 0, 0, 0);
        (_floor, _isWaiting, Expiry) = (0, false, long.MaxValue);
        (_stepsLeft, _memoryLeft) = (_limits.MaxSteps, _limits.MaxMemory);
        Discovered.Clear();
    }

    /// <summary>Calls a function outside any script. Areas that it takes as such are valid; a cell that it returns is read.</summary>
    public Operand Invoke(FunctionDeclaration function, ReadOnlySpan<Operand> arguments, out bool wasReference)
    {
        var isCounted = arguments.Length >= function.MinArguments && arguments.Length <= function.MaxArguments;
        var result = isCounted ? Invoke(function, arguments, lifts: false) : Operand.Error(ErrorKind.Value, Faults.ArgumentCount(function));
        wasReference = result.AreaOrNull is not null;
        return !wasReference || TrySingle(ref result) ? result : Operand.Blocked;
    }

    private bool Call(FunctionDeclaration function, int count, ref ScriptReader reader)
    {
        if (!Compute(function, count)) return false;
        return _stack[_top - 1].LoopOrNull is null || Drive(Pop().LoopOrNull!, ref reader);
    }

    // Calls a function; what it returns is on top, be it the loop of the calls that it wants.
    private bool Compute(FunctionDeclaration function, int count)
    {
        var isCounted = count >= function.MinArguments && count <= function.MaxArguments;
        if (HasLists(count) && !Spread(function, ref count)) return false;
        var arguments = _stack.AsSpan(_top - count, count);
        var result = !Prepare(function, arguments, out var lifts) ? Operand.Blocked
            : isCounted ? Invoke(function, arguments, lifts)
            : Operand.Error(ErrorKind.Value, Faults.ArgumentCount(function));
        _top -= count;                                                          // not before: reading a cell takes the next place
        if (result.IsBlocked) return false;
        Push(result);
        return true;
    }

    // Reads what the function takes as values and areas; references are its own business.
    private bool Prepare(FunctionDeclaration function, Span<Operand> arguments, out bool lifts)
    {
        lifts = false;
        for (var i = 0; i < arguments.Length; i++)
        {
            if (arguments[i].Object is not (ValueGrid or Callable)) continue;
            var kind = function.Signature.KindOf(i, arguments.Length);
            if (arguments[i].FunctionOrNull is { } callable && !TakesFunction(function, kind, arguments.Length)) arguments[i] = NoValue(callable);
            if (kind == ArgumentKind.Value)
            {
                if (arguments[i].AreaOrNull is { Count: > 1 } && function.RefusesAreas) arguments[i] = Operand.Error(ErrorKind.Value, Faults.TakesNoArea(function));
                if (!TryRead(ref arguments[i])) return false;
                lifts |= arguments[i].Grid is not null;
            }
            else if (kind == ArgumentKind.Area && arguments[i].AreaOrNull is { } area && !Demand(area)) return false;
            else if (arguments[i].Object is AreaArray)
            {
                if (kind == ArgumentKind.Reference) lifts = true;
                else if (!TryRead(ref arguments[i])) return false;
            }
        }
        return true;
    }

    private static bool LacksArgument(ReadOnlySpan<Operand> arguments)
    {
        foreach (ref readonly var argument in arguments)
            if (argument.IsOmitted) return true;
        return false;
    }

    private Operand Invoke(FunctionDeclaration function, ReadOnlySpan<Operand> arguments, bool lifts)
    {
        if (FunctionLibrary.Find(function) is not { } body) return Operand.Error(ErrorKind.Name, Faults.NotComputed(function.Name));
        if (function.RefusesOmission && LacksArgument(arguments[..function.MinArguments])) return ErrorKind.NotAvailable;
        if (lifts && TakesLambda(function, arguments.Length)) return ErrorKind.Value;   // MAKEARRAY({1,2},3,f)
        try
        {
            return lifts ? Lift(function, body, arguments) : body(arguments, this);
        }
        catch (Exception exception) when (Thrown.IsValue(exception))
        {
            return Thrown.By(function.Name, exception);                         // one cell is wrong, and the read goes on
        }
    }

    private Operand Lift(FunctionDeclaration function, FunctionBody body, ReadOnlySpan<Operand> arguments)
    {
        Span<bool> lifted = stackalloc bool[arguments.Length];
        for (var i = 0; i < arguments.Length; i++)
            lifted[i] = arguments[i].Object is AreaArray || (arguments[i].Grid is not null && IsSingle(function, i, arguments.Length));
        return function.Purity == FunctionPurity.Dynamic
            ? Lifting.CallForAreas(body, arguments, lifted, this)
            : Lifting.Call(body, arguments, lifted, this);
    }

    private static bool IsSingle(FunctionDeclaration function, int argument, int arguments) =>
        function.Signature.KindOf(argument, arguments) == ArgumentKind.Value;

    // A lambda may be what REDUCE begins with.
    private static bool TakesFunction(FunctionDeclaration function, ArgumentKind kind, int arguments) =>
        kind is ArgumentKind.Lambda or ArgumentKind.Lazy || (kind == ArgumentKind.Area && TakesLambda(function, arguments));

    private static bool TakesLambda(FunctionDeclaration function, int arguments) =>
        arguments > 0 && function.Signature.KindOf(arguments - 1, arguments) == ArgumentKind.Lambda;
}
