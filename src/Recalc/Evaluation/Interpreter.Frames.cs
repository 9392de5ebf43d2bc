using Recalc.Graph;
using Recalc.Functions;
using Recalc.Scripts;

namespace Recalc.Evaluation;

/// <content>
/// Scripts that wait for others: names that stand for formulas, and lambdas. The frames lie on a stack of their own, so how deep calls
/// go is a matter of <see cref="EvaluationLimits.MaxCallDepth"/> and not of the .NET stack.
/// </content>
internal sealed partial class Interpreter
{
    /// <summary>The scripts that wait, the cell's own first; <see cref="_frameCount"/> of them.</summary>
    private CallFrame[] _frames = new CallFrame[4];
    private int _frameCount;

    /// <summary>The script that runs.</summary>
    private int _script;

    /// <summary>The variables of all scripts that were begun; those of the one that runs are from <see cref="_firstLocal"/> on.</summary>
    private Operand[] _locals = new Operand[8];
    private int _firstLocal;
    private int _endOfLocals;

    /// <summary>How many conditions were open when the script that runs began.</summary>
    private int _firstControl;

    /// <summary>How many locals a script has, and 1; 0 until somebody asked.</summary>
    private int[] _localCounts = [];

    // Makes the script run that a name or lambda stands for; the one that ran waits.
    private void Enter(int script, Grid grid, int nameDepth, int locals, LambdaLoop? loop, int areas, ref ScriptReader reader)
    {
        if (_frameCount == _frames.Length) Array.Resize(ref _frames, 2 * _frameCount);
        _frames[_frameCount++] = new CallFrame
        {
            Grid = _grid,
            Script = _script,
            At = reader.At,
            FirstLocal = _firstLocal,
            EndOfLocals = _endOfLocals,
            FirstControl = _firstControl,
            NameDepth = _nameDepth,
            Loop = loop,
            Areas = areas,
        };
        (_grid, _nameDepth, _firstLocal, _firstControl) = (grid, nameDepth, _endOfLocals, _controlCount);
        reader = Start(script, locals);
    }

    private ScriptReader Start(int script, int locals)
    {
        _script = script;
        _endOfLocals = _firstLocal + locals;
        if (_locals.Length < _endOfLocals) Array.Resize(ref _locals, Math.Max(2 * _locals.Length, _endOfLocals));
        var reader = new ScriptReader(_model.Pools.Scripts[script]);
        _scriptDepth = Math.Max(_scriptDepth, reader.Length);
        Reserve(0);
        return reader;
    }

    // The script that waited goes on; the value that it waited for is on top. False when a cell is not valid.
    private bool Return(ref ScriptReader reader)
    {
        ref var frame = ref _frames[--_frameCount];
        (_grid, _script, _nameDepth) = (frame.Grid, frame.Script, frame.NameDepth);
        (_firstLocal, _endOfLocals, _firstControl) = (frame.FirstLocal, frame.EndOfLocals, frame.FirstControl);
        var (loop, areas) = (frame.Loop, frame.Areas);
        frame.Loop = null;
        reader = new ScriptReader(_model.Pools.Scripts[_script]) { At = frame.At };
        return loop is null || (TryTake(loop, areas) && Drive(loop, ref reader));
    }

    private void Local(int item)
    {
        if ((item & 1) == 0) Push(_locals[_firstLocal + (item >> 1)]);
        else _locals[_firstLocal + (item >> 1)] = Pop();
    }

    private int LocalsOf(int script)
    {
        if (script >= _localCounts.Length) Array.Resize(ref _localCounts, Math.Max(2 * _localCounts.Length, script + 1));
        if (_localCounts[script] == 0) _localCounts[script] = CountLocals(new ScriptReader(_model.Pools.Scripts[script])) + 1;
        return _localCounts[script] - 1;
    }

    private static int CountLocals(ScriptReader reader)
    {
        var count = 0;
        while (!reader.IsAtEnd)
        {
            var opcode = reader.Read(out var item);
            if (opcode == Opcode.Call) reader.ReadOperand();
            if (opcode == Opcode.Local) count = Math.Max(count, (item >> 1) + 1);
        }
        return count;
    }
}
