using System.Diagnostics;
using Recalc.Syntax;

namespace Recalc.Scripts;

/// <summary>
/// Checks that a script is well formed: its items are there, jumps lead ahead to instructions, and whichever way they go the stack has
/// the same depth, is never short of operands, and holds one value at the end. Debug builds check every script that is compiled.
/// </summary>
internal ref struct ScriptVerifier
{
    private const int Unreached = -1;

    private readonly ScriptPools _pools;
    private readonly ReadOnlySpan<ushort> _words;

    /// <summary>The depth of the stack before each word that begins an instruction; <see cref="Unreached"/> for the others.</summary>
    private readonly int[] _depths;
    private readonly HashSet<int> _locals;
    private string? _fault;

    private ScriptVerifier(ReadOnlySpan<ushort> words, ScriptPools pools, IEnumerable<int> locals)
    {
        _words = words;
        _pools = pools;
        _locals = [.. locals];
        _depths = new int[words.Length];
        Array.Fill(_depths, Unreached);
    }

    /// <summary>Throws when the script is not well formed.</summary>
    [Conditional("DEBUG")]
    public static void Check(ReadOnlySpan<ushort> words, ScriptPools pools, IEnumerable<int> locals)
    {
        if (Fault(words, pools, locals) is { } fault) throw new InvalidOperationException($"A script is not well formed: {fault}");
    }

    /// <summary>What is wrong with a script; null when nothing is.</summary>
    /// <param name="words">The script.</param>
    /// <param name="pools">What its items stand for.</param>
    /// <param name="locals">The locals that have a value when it begins: parameters and captured values.</param>
    public static string? Fault(ReadOnlySpan<ushort> words, ScriptPools pools, IEnumerable<int> locals) =>
        new ScriptVerifier(words, pools, locals).Walk();

    // Jumps lead ahead only, so one pass meets every instruction after all that leads to it.
    private string? Walk()
    {
        if (_words.IsEmpty) return "it is empty";
        _depths[0] = 0;
        for (var at = 0; _fault is null;)
        {
            var start = at;
            if (_depths[start] == Unreached) return $"nothing leads to {start}";
            var length = new Words.U4U12(_words[at]).U4 == (int)Opcode.Extend ? ScriptWriter.WideWords : 1;
            if (at + length > _words.Length) return $"the wide word at {at} is cut off";
            var reader = new ScriptReader(_words) { At = at };
            var opcode = reader.Read(out var item);
            at = reader.At;
            if (opcode == Opcode.Return) return End(start, at);
            Step(start, opcode, item, ref at);
            if (_fault is not null) return $"at {start}, {opcode} {item}: {_fault}";
            if (_depths.AsSpan(start + 1, Math.Min(at, _words.Length) - start - 1).ContainsAnyExcept(Unreached)) return $"a jump leads into {start}";
        }
        return _fault;
    }

    private readonly string? End(int start, int next)
    {
        if (_depths[start] != 1) return $"{_depths[start]} values are left at the end";
        return next == _words.Length ? null : "there is something behind Return";
    }

    private void Step(int start, Opcode opcode, int item, ref int at)
    {
        switch (opcode)
        {
            case Opcode.Constant: Push(start, at, item < _pools.Constants.Count); break;
            case Opcode.Cell or Opcode.Range: Push(start, at, item < _pools.References.Count); break;
            case Opcode.Name: Push(start, at, item < _pools.Names.Count); break;
            case Opcode.Array: Push(start, at, item < _pools.Arrays.Count); break;
            case Opcode.Local when (item & 1) == 0: Push(start, at, _locals.Contains(item >> 1)); break;
            case Opcode.Local:
                _locals.Add(item >> 1);
                Effect(start, at, 1, 0);
                break;
            case Opcode.Unary: Operator(start, item, 1, ref at); break;
            case Opcode.Binary: Operator(start, item, 2, ref at); break;
            case Opcode.Call:
                if (!_pools.Functions.Contains(item) || at == _words.Length) _fault = "there is no such function, or no number of arguments";
                else Effect(start, at + 1, _words[at++], 1);
                break;
            case Opcode.Callback: Effect(start, at, item + 1, 1); break;
            case Opcode.Lambda:
                if (item >= _pools.Lambdas.Count) _fault = "there is no such item";
                else Effect(start, at, _pools.Lambdas[item].Captured.Length, 1);
                break;
            case Opcode.JumpIfFalse: Branch(at, item, _depths[start] - 1, _depths[start] - 1); break;
            case Opcode.Jump: Reach(at + item, _depths[start]); break;
            case Opcode.Select: Effect(start, at, 1, 1); break;
            default: _fault = "there is no such opcode"; break;
        }
    }

    // What a lazy function asks is followed by its jump: the value that was asked about stays when the answer is no.
    private void Operator(int start, int item, int operands, ref int at)
    {
        switch ((Probe)item)
        {
            case Probe.IsError or Probe.IsNotAvailable when operands == 1:
            case Probe.IsEqual or Probe.IsChoice when operands == 2:
                var depth = _depths[start] - operands;
                if (depth < 0) _fault = "an operand is missing";
                if (at == _words.Length) _fault = "no jump follows";
                if (_fault is not null) return;
                var reader = new ScriptReader(_words) { At = at };
                var opcode = reader.Read(out var distance);
                at = reader.At;
                if (opcode != Opcode.JumpIfFalse) _fault = "no jump follows";
                else Branch(at, distance, depth, depth + 1);
                break;
            case Probe.Drop when operands == 1: Effect(start, at, 1, 0); break;
            case Probe.ToNotAvailable or Probe.ToValueError when operands == 1: Effect(start, at, 1, 1); break;
            default:
                var isOperator = operands == 1
                    ? (SyntaxKind)item is >= SyntaxKind.UnaryPlus and <= SyntaxKind.SpillRange
                    : (SyntaxKind)item is >= SyntaxKind.Add and < SyntaxKind.Juxtaposition;
                if (isOperator) Effect(start, at, operands, 1);
                else _fault = "there is no such operator";
                break;
        }
    }

    private void Push(int start, int next, bool isThere)
    {
        if (isThere) Effect(start, next, 0, 1);
        else _fault = "there is no such item";
    }

    private void Effect(int start, int next, int pops, int pushes)
    {
        if (_depths[start] < pops) _fault = $"{pops} operands are needed, and there are {_depths[start]}";
        else Reach(next, _depths[start] - pops + pushes);
    }

    private void Branch(int next, int distance, int depthIfTrue, int depthIfFalse)
    {
        Reach(next, depthIfTrue);
        Reach(next + distance, depthIfFalse);
    }

    private void Reach(int at, int depth)
    {
        if (_fault is not null) return;
        if (depth < 0) _fault = "an operand is missing";
        else if (at >= _words.Length) _fault = $"it leads to {at}, past the end";
        else if (_depths[at] != Unreached && _depths[at] != depth) _fault = $"the stack has {depth} values at {at}, and {_depths[at]} on another way";
        else _depths[at] = depth;
    }
}
