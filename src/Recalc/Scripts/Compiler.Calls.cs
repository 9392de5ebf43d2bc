using Recalc.Functions;
using Recalc.Names;
using Recalc.Syntax;
using Recalc.Values;

namespace Recalc.Scripts;

/// <content>Calls: how a function is found, what its arguments are compiled to, and the lazy functions' jumps.</content>
internal sealed partial class Compiler
{
    private void EnterCall(int node, ReadOnlySpan<byte> text)
    {
        var record = _buffer.Nodes[node];
        ref var slot = ref _slots[node];
        slot.PendingJump = slot.EndJumps = -1;
        var name = FunctionSpelling.StripFunction(Spelling(record, text));
        Span<char> characters = stackalloc char[LongestFunction];
        FunctionDeclaration? function = null;
        if (!record.IsQualified && name.Length <= LongestFunction)
        {
            var spelling = characters[..Utf8Lens.Decode(name, characters)];
            if (!FunctionCatalog.TryFind(spelling, out function) && _pools.Functions.TryFind(spelling, out function) && IsLocal(name)) function = null;
        }
        slot.Form = function is null ? CallForm.Named : LazyForms.Of(function, record.Children);
        slot.Function = function?.Id ?? -1;
        if (slot.Form is CallForm.Let or CallForm.Lambda && !DefinesNames(node)) slot.Form = CallForm.Plain;
        if (slot.Form == CallForm.Let) OpenScope();
        if (slot.Form == CallForm.Lambda) OpenLambda();
        if (slot.Form == CallForm.Named) Callee(record, name, text);
    }

    private const int LongestFunction = FunctionName.Longest;

    private void Callee(in SyntaxRecord record, ReadOnlySpan<byte> name, ReadOnlySpan<byte> text)
    {
        var qualifier = Qualifier(record, text);
        NamedValue(qualifier, name);
        var symbol = _pools.Symbols.Intern(name);
        if (!TryFindLocal(symbol, out _)) _pools.Called.Add(symbol);
    }

    private Mode ModeOfArgument(int call, int ordinal)
    {
        ref var slot = ref _slots[call];
        switch (slot.Form)
        {
            case CallForm.Operator or CallForm.Named: return Mode.Area;
            case CallForm.Let: return IsDefinition(call, ordinal) ? Mode.Definition : Mode.Area;
            case CallForm.Lambda: return IsDefinition(call, ordinal) ? Mode.Definition : Mode.Area;
        }
        return _pools.Functions.ById(slot.Function).KindOf(ordinal, _buffer.Nodes[call].Children) switch
        {
            ArgumentKind.Value => Mode.Value,
            ArgumentKind.Lazy when slot.Form == CallForm.Plain => _intersects ? Mode.Value : Mode.Area,
            ArgumentKind.Lazy => slot.Mode,
            _ => Mode.Area,
        };
    }

    // LET(1,2,3) defines nothing: it is called as it stands, and fails.
    private bool DefinesNames(int call)
    {
        var nodes = _buffer.Nodes;
        var child = call - 1;
        for (var ordinal = nodes[call].Children - 1; ordinal >= 0; ordinal--)
        {
            if (IsDefinition(call, ordinal) && (nodes[child].IsQualified || nodes[child].Kind is not (SyntaxKind.Name or SyntaxKind.Structured))) return false;
            child -= nodes[child].Size;
        }
        return true;
    }

    private bool IsDefinition(int call, int ordinal)
    {
        var last = _buffer.Nodes[call].Children - 1;
        return ordinal < last && (_slots[call].Form == CallForm.Lambda || ordinal % 2 == 0);
    }

    /// <summary>What a lazy call says before one of its arguments.</summary>
    private void BeforeChild(int parent, int ordinal, int child)
    {
        if (IsThunk(parent, ordinal, child))
        {
            OpenLambda();
            BeginBody();
        }
        if (_slots[parent].Form == CallForm.Lambda && ordinal == _buffer.Nodes[parent].Children - 1) BeginBody();
        if (_slots[parent].Form == CallForm.Switch && ordinal == _buffer.Nodes[parent].Children - 1 && ordinal % 2 == 1) _script.Emit(Opcode.Unary, (int)Probe.Drop);
        if (_slots[parent].Form == CallForm.Choose && ordinal > 0)
        {
            Constant(ordinal);
            _script.Emit(Opcode.Binary, (int)Probe.IsChoice);
            _slots[parent].PendingJump = Jump(Opcode.JumpIfFalse);
        }
    }

    /// <summary>What a construct says after one of its children.</summary>
    private void AfterChild(int parent, int ordinal, int child, ReadOnlySpan<byte> text)
    {
        ref var slot = ref _slots[parent];
        var last = _buffer.Nodes[parent].Children - 1;
        if (IsThunk(parent, ordinal, child)) CloseLambda(isThunk: true);
        switch (slot.Form)
        {
            case CallForm.If when ordinal == 0: slot.PendingJump = Jump(Opcode.JumpIfFalse); break;
            case CallForm.If when ordinal == 1: EndBranch(ref slot); break;
            case CallForm.IfError when ordinal == 0: Test(ref slot, Opcode.Unary, Probe.IsError); break;
            case CallForm.IfNotAvailable when ordinal == 0: Test(ref slot, Opcode.Unary, Probe.IsNotAvailable); break;
            case CallForm.IfError or CallForm.IfNotAvailable: EndBranch(ref slot); break;
            case CallForm.Ifs when ordinal % 2 == 0: slot.PendingJump = Jump(Opcode.JumpIfFalse); break;
            case CallForm.Ifs: EndBranch(ref slot); break;
            case CallForm.Choose when ordinal > 0: EndBranch(ref slot); break;
            case CallForm.Switch when ordinal % 2 == 1 && ordinal < last: Test(ref slot, Opcode.Binary, Probe.IsEqual); break;
            case CallForm.Switch when ordinal % 2 == 0 && ordinal > 0: EndBranch(ref slot); break;
            case CallForm.Let when ordinal % 2 == 1 && ordinal < last: DefineLocal(parent, ordinal - 1, child, text); break;
            case CallForm.Lambda when ordinal < last: AddParameter(_buffer.Nodes[child], text); break;
        }
    }

    // The lazy argument of a registered function is a lambda without parameters, which the function calls when it wants the value.
    private bool IsThunk(int parent, int ordinal, int child)
    {
        ref var slot = ref _slots[parent];
        return slot.Form == CallForm.Plain && _buffer.Nodes[parent].Kind == SyntaxKind.Call
            && _buffer.Nodes[child].Kind >= SyntaxKind.Reference
            && _pools.Functions.ById(slot.Function) is { Body: not null } function && function.KindOf(ordinal, _buffer.Nodes[parent].Children) == ArgumentKind.Lazy;
    }

    private bool IsLocal(ReadOnlySpan<byte> name) => TryFindLocal(_pools.Symbols.Intern(name), out _);

    private void LeaveCall(int node, in SyntaxRecord record)
    {
        ref var slot = ref _slots[node];
        switch (slot.Form)
        {
            case CallForm.Plain:
                _script.Emit(Opcode.Call, slot.Function);
                _script.Raw((ushort)Math.Min(record.Children, ushort.MaxValue));
                break;
            case CallForm.Named: _script.Emit(Opcode.Callback, record.Children); break;
            case CallForm.Operator: _script.Emit(Opcode.Unary, (int)LazyForms.OperatorOf(slot.Function)); break;
            case CallForm.Let: CloseScope(); break;
            case CallForm.Lambda: CloseLambda(); break;
            default: LeaveLazy(ref slot, record.Children); break;
        }
    }

    private void LeaveLazy(ref Slot slot, int children)
    {
        if (slot.Form == CallForm.If && children == 2) Constant(false);
        if (slot.Form == CallForm.Ifs) Constant(ErrorKind.NotAvailable);
        if (slot.Form == CallForm.Choose) _script.Emit(Opcode.Unary, (int)Probe.ToValueError);
        if (slot.Form == CallForm.Switch && children % 2 == 1) _script.Emit(Opcode.Unary, (int)Probe.ToNotAvailable);
        if (slot.PendingJump >= 0) Land(slot.PendingJump);
        for (var jump = slot.EndJumps; jump >= 0;)
        {
            var next = _jumps[jump].Next;
            Land(_jumps[jump].At);
            jump = next;
        }
        _script.Emit(Opcode.Select, slot.Function);
    }

    private void Test(ref Slot slot, Opcode opcode, Probe probe)
    {
        _script.Emit(opcode, (int)probe);
        slot.PendingJump = Jump(Opcode.JumpIfFalse);
    }

    // A branch jumps to the end, and what was to be jumped to when it is not taken is here.
    private void EndBranch(ref Slot slot)
    {
        _jumps.Add((Jump(Opcode.Jump), slot.EndJumps));
        slot.EndJumps = _jumps.Count - 1;
        Land(slot.PendingJump);
        slot.PendingJump = -1;
    }

    /// <summary>Jumps to the end of their call that wait for it: where they stand, and the next of the same call.</summary>
    private readonly List<(int At, int Next)> _jumps = [];

    private int Jump(Opcode opcode)
    {
        var at = _script.Count;
        if (_wideJumps) _script.EmitWide(opcode, 0);
        else _script.Emit(opcode, 0);
        return at;
    }

    /// <summary>Makes the jump at <paramref name="at"/> lead here.</summary>
    private void Land(int at)
    {
        var distance = _script.Count - at - (_wideJumps ? ScriptWriter.WideWords : 1);
        if (_wideJumps) _script.PatchWide(at, distance);
        else if (distance < ScriptWriter.ShortItems) _script[at] = new Words.U4U12(_script[at].U4, distance);
        else _overflow = true;
    }
}
