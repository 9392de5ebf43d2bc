using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Recalc.Functions;
using Recalc.Names;
using Recalc.Syntax;
using Recalc.Values;

namespace Recalc.Scripts;

/// <summary>Writes the words of a script out, a line each: offset, words, opcode, what the item stands for.</summary>
internal sealed class Disassembler(ScriptPools pools)
{
    /// <summary>The listing of a script; bodies of lambdas follow it, indented under their number.</summary>
    public string List(int script)
    {
        var listing = new StringBuilder();
        var pending = new Queue<int>([script]);
        var listed = new HashSet<int>();
        while (pending.TryDequeue(out var next))
        {
            if (!listed.Add(next)) continue;
            if (next != script) listing.Append(CultureInfo.InvariantCulture, $"script {next}:\n");
            List(MemoryMarshal.Cast<byte, ushort>(pools.Scripts[next]), listing, pending);
        }
        return listing.ToString();
    }

    private void List(ReadOnlySpan<ushort> words, StringBuilder listing, Queue<int> bodies)
    {
        var reader = new ScriptReader(words);
        while (!reader.IsAtEnd)
        {
            var start = reader.At;
            var opcode = reader.Read(out var item);
            var arguments = opcode == Opcode.Call ? reader.ReadOperand() : 0;
            var at = reader.At;
            var hex = string.Join(' ', words[start..at].ToArray().Select(w => w.ToString("X4", CultureInfo.InvariantCulture)));
            var line = string.Create(CultureInfo.InvariantCulture, $"{start,5}  {hex,-24}  {opcode,-11}  {Describe(opcode, item, arguments, at, bodies)}");
            listing.Append(line.TrimEnd()).Append('\n');
        }
    }

    private string Describe(Opcode opcode, int item, int arguments, int next, Queue<int> bodies)
    {
        switch (opcode)
        {
            case Opcode.Constant: return Literal(pools.Constants[item]);
            case Opcode.Cell or Opcode.Range: return Reference(pools.References[item]);
            case Opcode.Name: return Name(pools.Names[item]);
            case Opcode.Local: return (item & 1) == 0 ? $"push {item >> 1}" : $"pop {item >> 1}";
            case Opcode.Unary or Opcode.Binary: return item >= (int)Probe.IsError ? ((Probe)item).ToString() : ((SyntaxKind)item).ToString();
            case Opcode.Call: return $"{pools.Functions.ById(item).Name} {arguments}";
            case Opcode.JumpIfFalse or Opcode.Jump: return $"to {next + item}";
            case Opcode.Select: return FunctionCatalog.ById(item).Name;
            case Opcode.Array: return Array(pools.Arrays[item]);
            case Opcode.Callback: return item.ToString(CultureInfo.InvariantCulture);
            case Opcode.Lambda:
                var lambda = pools.Lambdas[item];
                bodies.Enqueue(lambda.Script);
                return $"script {lambda.Script}, parameters {lambda.Parameters}, captured {lambda.Captured.Length}";
            default: return "";
        }
    }

    private string Reference(ScriptReference reference) => Qualifier(reference.Qualifier) + reference.Area;

    private string Qualifier(int number) => Utf8Lens.Decode(pools.Qualifiers[number].Spelling);

    private string Name(ScriptName name)
    {
        var text = Qualifier(name.Qualifier) + pools.Symbols[name.Symbol];
        if (name.Structure is not { } structure) return text;
        var columns = structure.FirstColumn is null ? "" : structure.FirstColumn == structure.LastColumn ? structure.FirstColumn : $"{structure.FirstColumn}:{structure.LastColumn}";
        return $"{text}[{structure.Parts}; {columns}]";
    }

    private static string Array(ArrayConstant array)
    {
        var rows = Enumerable.Range(0, array.Rows).Select(r => string.Join(',', array.Values.Skip(r * array.Columns).Take(array.Columns).Select(Literal)));
        return $"{{{string.Join(';', rows)}}}";
    }

    private static string Literal(CellValue value) => value.Kind switch
    {
        CellValueKind.Text => $"\"{value.AsText().Replace("\"", "\"\"", StringComparison.Ordinal)}\"",
        CellValueKind.Blank => value.Word.IsOmitted ? "omitted" : "blank",
        _ => value.ToString(),
    };
}
