using Recalc.Syntax;

namespace Recalc.Scripts;

/// <content>
/// Scopes: the variables of LET and the parameters of LAMBDA. A lambda's body is a script of its own; what it needs of its surroundings
/// is captured by value into locals of its own, through every body between, so a body never looks outside itself.
/// </content>
internal sealed partial class Compiler
{
    /// <summary>A body that is being compiled: the formula itself, or a lambda in it.</summary>
    private sealed class Body
    {
        /// <summary>The names that the body defines and that are in scope, innermost last, with their slots.</summary>
        public readonly List<(int Symbol, int Slot)> Names = [];

        /// <summary>The names that it has from its surroundings: their slots there and here.</summary>
        public readonly List<(int Symbol, int Outer, int Slot)> Captured = [];

        /// <summary>Where the body's words begin.</summary>
        public int Start;
        public int Parameters;
        public int Optional;
        public int NextSlot;
    }

    private readonly List<Body> _bodies = [];

    /// <summary>For every open LET, how many names were in scope before it.</summary>
    private readonly Stack<int> _scopes = new();

    private void ResetScopes()
    {
        _bodies.Clear();
        _bodies.Add(new Body());
        _scopes.Clear();
        _jumps.Clear();
        _elements.Clear();
    }

    private void OpenScope() => _scopes.Push(_bodies[^1].Names.Count);

    private void CloseScope()
    {
        var names = _bodies[^1].Names;
        var before = _scopes.Pop();
        names.RemoveRange(before, names.Count - before);
    }

    // The value is on the stack; its name is visible from here on.
    private void DefineLocal(int let, int ordinal, int value, ReadOnlySpan<byte> text)
    {
        var name = _buffer.Nodes[value - _buffer.Nodes[value].Size];
        var body = _bodies[^1];
        var slot = body.NextSlot++;
        body.Names.Add((_pools.Symbols.Intern(DefinedSpelling(name, text)), slot));
        _script.Emit(Opcode.Local, 2 * slot + 1);
    }

    private static ReadOnlySpan<byte> DefinedSpelling(in SyntaxRecord name, ReadOnlySpan<byte> text) =>
        FunctionSpelling.StripParameter(text.Slice(name.Offset, name.Length));

    private void OpenLambda() => _bodies.Add(new Body());

    private void AddParameter(in SyntaxRecord name, ReadOnlySpan<byte> text)
    {
        var body = _bodies[^1];
        body.Names.Add((_pools.Symbols.Intern(DefinedSpelling(name, text)), body.NextSlot++));
        body.Parameters++;
        if (FunctionSpelling.IsOptional(text.Slice(name.Offset, name.Length))) body.Optional++;
    }

    private void BeginBody() => _bodies[^1].Start = _script.Count;

    private void CloseLambda(bool isThunk = false)
    {
        var body = _bodies[^1];
        _bodies.RemoveAt(_bodies.Count - 1);
        _script.Emit(Opcode.Return, 0);
        int[] captures = [.. body.Captured.Select(c => c.Slot)];
        var script = Intern(body.Start, captures.Concat(Enumerable.Range(0, body.Parameters)));
        _script.CutTo(body.Start);
        foreach (var captured in body.Captured) _script.Emit(Opcode.Local, 2 * captured.Outer);
        var lambda = new LambdaConstant(script, body.Parameters, body.Optional, captures, isThunk);
        _script.Emit(Opcode.Lambda, _pools.Lambdas.Intern(lambda));
    }

    private bool TryFindLocal(int symbol, out int slot) => TryFindLocal(_bodies.Count - 1, symbol, out slot);

    // Looks outwards; every body between the one that knows the name and this one captures it from its surroundings.
    private bool TryFindLocal(int depth, int symbol, out int slot)
    {
        slot = -1;
        var owner = depth;
        for (; owner >= 0; owner--)
        {
            slot = FindName(_bodies[owner], symbol);
            if (slot >= 0) break;
        }
        if (owner < 0) return false;
        for (var inner = owner + 1; inner <= depth; inner++)
        {
            var body = _bodies[inner];
            body.Captured.Add((symbol, slot, body.NextSlot));
            slot = body.NextSlot++;
        }
        return true;
    }

    private static int FindName(Body body, int symbol)
    {
        for (var i = body.Names.Count - 1; i >= 0; i--)
            if (body.Names[i].Symbol == symbol) return body.Names[i].Slot;
        foreach (var captured in body.Captured)
            if (captured.Symbol == symbol) return captured.Slot;
        return -1;
    }
}
