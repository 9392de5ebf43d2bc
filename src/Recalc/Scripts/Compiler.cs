using System.Runtime.InteropServices;
using Recalc.Addressing;
using Recalc.Syntax;

namespace Recalc.Scripts;

/// <summary>
/// Compiles the tree of a formula to a script. The nodes lie in post-order, which is the order of a stack machine, so one pass over
/// them is nearly enough; what a construct must say before one of its children (jumps, scopes) is said when that child is entered.
/// No recursion: any depth compiles. One compiler is used again and again; for one thread.
/// </summary>
internal sealed partial class Compiler
{
    /// <summary>What a node is compiled to.</summary>
    private enum Mode : byte
    {
        /// <summary>Its value.</summary>
        Value,

        /// <summary>The reference, if it is one: the reader decides what to read.</summary>
        Area,

        /// <summary>Nothing: it is an element of an array constant.</summary>
        Element,

        /// <summary>Nothing: it is a name that LET or LAMBDA defines.</summary>
        Definition,
    }

    /// <summary>What the compiler keeps of a node while its subtree is compiled.</summary>
    private struct Slot
    {
        /// <summary>The parent's index, or -1; and which of its children this is, from zero.</summary>
        public int Parent;
        public int Ordinal;
        public Mode Mode;

        /// <summary>True within an argument whose ranges are arrays whatever the flavor: SUMPRODUCT((A1:A3=1)*B1:B3).</summary>
        public bool InArray;

        /// <summary>For a call: how it is compiled. For a lazy one, the jump to patch next, and the chain of those to its end.</summary>
        public CallForm Form;
        public int Function;
        public int PendingJump;
        public int EndJumps;
    }

    private readonly ScriptPools _pools;
    private readonly ScriptWriter _script = new();
    private readonly SyntaxBuffer _buffer;
    private Slot[] _slots = new Slot[64];
    private int[] _entered = new int[16];
    private CellAddress _origin;
    private FormulaDialect _dialect;

    /// <summary>True for the implicit flavor: a reference in the place of a single value means the cell in its own row or column.</summary>
    private bool _intersects;

    /// <summary>True once a jump was too far for twelve bits: the script is compiled again with wide ones.</summary>
    private bool _wideJumps;
    private bool _overflow;

    public Compiler(ScriptPools pools, SyntaxBuffer buffer) => (_pools, _buffer) = (pools, buffer);

    /// <summary>Compiles what the buffer holds and returns the number of its script.</summary>
    public int Compile(ReadOnlySpan<byte> text, CellAddress origin, FormulaDialect dialect, FormulaFlavor flavor)
    {
        (_origin, _dialect, _wideJumps) = (origin, dialect, false);
        _intersects = flavor == FormulaFlavor.Implicit;
        while (true)
        {
            _overflow = false;
            _script.Clear();
            ResetScopes();
            Walk(text);
            _script.Emit(Opcode.Return, 0);
            if (!_overflow) return Intern(0, []);
            _wideJumps = true;
        }
    }

    private int Intern(int start, IEnumerable<int> locals)
    {
        var script = _script.BytesFrom(start);
        if (!_overflow) ScriptVerifier.Check(MemoryMarshal.Cast<byte, ushort>(script), _pools, locals);
        return _pools.Scripts.Intern(script, out _);
    }

    private void Walk(ReadOnlySpan<byte> text)
    {
        var nodes = _buffer.Nodes;
        LinkParents(nodes);
        for (var i = 0; i < nodes.Length; i++)
        {
            if (nodes[i].Size == 1) EnterAll(i, text);
            Leave(i, text);
        }
    }

    private void LinkParents(ReadOnlySpan<SyntaxRecord> nodes)
    {
        if (_slots.Length < nodes.Length) _slots = new Slot[Math.Max(nodes.Length, 2 * _slots.Length)];
        _slots.AsSpan(0, nodes.Length).Clear();
        _slots[nodes.Length - 1].Parent = -1;
        for (var i = nodes.Length - 1; i >= 0; i--)
        {
            var child = i - 1;
            for (var ordinal = nodes[i].Children - 1; ordinal >= 0; ordinal--)
            {
                (_slots[child].Parent, _slots[child].Ordinal) = (i, ordinal);
                child -= nodes[child].Size;
            }
        }
    }

    // A leaf is where all constructs begin whose first child it is in; they are entered outermost first.
    private void EnterAll(int leaf, ReadOnlySpan<byte> text)
    {
        var count = 0;
        for (var node = leaf; ; node = _slots[node].Parent)
        {
            if (count == _entered.Length) Array.Resize(ref _entered, 2 * count);
            _entered[count++] = node;
            if (_slots[node].Ordinal != 0 || _slots[node].Parent < 0) break;
        }
        while (count > 0) Enter(_entered[--count], text);
    }

    private void Enter(int node, ReadOnlySpan<byte> text)
    {
        ref var slot = ref _slots[node];
        if (slot.Parent >= 0)
        {
            slot.Mode = ModeOfChild(slot.Parent, slot.Ordinal);
            slot.InArray = _slots[slot.Parent].InArray || TakesArrays(slot.Parent, slot.Ordinal);
            BeforeChild(slot.Parent, slot.Ordinal, node);
        }
        if (_buffer.Nodes[node].Kind == SyntaxKind.Call) EnterCall(node, text);
    }

    private void Leave(int node, ReadOnlySpan<byte> text)
    {
        var record = _buffer.Nodes[node];
        var mode = _slots[node].Mode;
        if (mode == Mode.Element) Element(record, text);
        else if (mode != Mode.Definition)
        {
            Emit(node, record, text, mode);
            if (_intersects && mode == Mode.Value && !_slots[node].InArray && MayBeReference(node, record))
                _script.Emit(Opcode.Unary, (int)SyntaxKind.ImplicitIntersection);
        }
        if (_slots[node].Parent >= 0) AfterChild(_slots[node].Parent, _slots[node].Ordinal, node, text);
    }

    private Mode ModeOfChild(int parent, int ordinal)
    {
        var kind = _buffer.Nodes[parent].Kind;
        return kind switch
        {
            SyntaxKind.Parenthesized => _slots[parent].Mode,
            SyntaxKind.Range or SyntaxKind.Union or SyntaxKind.Intersection or SyntaxKind.SpillRange or SyntaxKind.ImplicitIntersection => Mode.Area,
            SyntaxKind.Array or SyntaxKind.ArrayRow => Mode.Element,
            SyntaxKind.Invoke => Mode.Area,
            SyntaxKind.Call => ModeOfArgument(parent, ordinal),
            _ when _slots[parent].Mode == Mode.Element => Mode.Element,
            _ => Mode.Value,
        };
    }

    private void Emit(int node, in SyntaxRecord record, ReadOnlySpan<byte> text, Mode mode)
    {
        switch (record.Kind)
        {
            case SyntaxKind.Parenthesized or SyntaxKind.ArrayRow: break;
            case SyntaxKind.Call: LeaveCall(node, record); break;
            case SyntaxKind.Invoke: _script.Emit(Opcode.Callback, record.Children - 1); break;
            case SyntaxKind.Array: ArrayOf(record); break;
            case SyntaxKind.Negate when IsNumber(node - 1): NegateNumber(); break;
            case >= SyntaxKind.UnaryPlus and <= SyntaxKind.SpillRange: _script.Emit(Opcode.Unary, (int)record.Kind); break;
            case >= SyntaxKind.Add: _script.Emit(Opcode.Binary, (int)record.Kind); break;
            default: Leaf(record, text, mode); break;
        }
    }

    // What may leave a reference on the stack. A cell is read at once; branches of lazy functions were asked one by one.
    private bool MayBeReference(int node, in SyntaxRecord record) => record.Kind switch
    {
        SyntaxKind.Reference => Area(record).Shape != ReferenceShape.Cell,
        SyntaxKind.Name or SyntaxKind.Structured or SyntaxKind.Range or SyntaxKind.Union or SyntaxKind.Intersection or SyntaxKind.SpillRange => true,
        SyntaxKind.Call => _slots[node].Form == CallForm.Plain && LazyForms.MakesReferences(_slots[node].Function),
        _ => false,
    };

    private bool TakesArrays(int parent, int ordinal) =>
        _buffer.Nodes[parent].Kind == SyntaxKind.Call && _slots[parent].Form == CallForm.Plain
        && LazyForms.TakesArrays(_slots[parent].Function, ordinal);

    private bool IsNumber(int node) => _buffer.Nodes[node].Kind == SyntaxKind.Number;

    private ReadOnlySpan<byte> Spelling(in SyntaxRecord record, ReadOnlySpan<byte> text) => Spelling(_buffer.Tokens[record.Token], text);

    private static ReadOnlySpan<byte> Spelling(Token token, ReadOnlySpan<byte> text) => text.Slice(token.Offset, token.Length);

    private int Qualifier(in SyntaxRecord record, ReadOnlySpan<byte> text) =>
        record.IsQualified ? _pools.Qualifiers.Intern(Spelling(_buffer.Tokens[record.Token - 1], text)) : 0;

    private AreaReference Area(in SyntaxRecord record)
    {
        var area = _buffer.References[_buffer.Tokens[record.Token].Data];
        return _dialect == FormulaDialect.R1C1 ? area : area.Rebase(_origin);
    }
}
