using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace Recalc.Architecture;

/// <summary>Walks the instructions of a method body and hands out the tokens that they carry.</summary>
internal static class IlScanner
{
    private const byte TwoByteLead = 0xFE;

    private static readonly OpCode?[] OneByte = new OpCode?[256];
    private static readonly OpCode?[] TwoByte = new OpCode?[256];

    static IlScanner()
    {
        foreach (var field in typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static))
        {
            var opCode = (OpCode)field.GetValue(null)!;
            (opCode.Size == 1 ? OneByte : TwoByte)[opCode.Value & 0xFF] = opCode;
        }
    }

    public static IEnumerable<EntityHandle> TokensOf(byte[] code)
    {
        for (var at = 0; at < code.Length;)
        {
            var wide = code[at] == TwoByteLead;
            if (wide) at++;
            var opCode = (wide ? TwoByte : OneByte)[code[at]]
                ?? throw new BadImageFormatException($"No instruction has the code {code[at]:X2}.");
            at++;
            if (CarriesToken(opCode.OperandType)) yield return MetadataTokens.EntityHandle(BitConverter.ToInt32(code, at));
            at += OperandLength(opCode.OperandType, code, at);
        }
    }

    // A string token names no type, and is no entity.
    private static bool CarriesToken(OperandType operand) =>
        operand is OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineType
            or OperandType.InlineTok or OperandType.InlineSig;

    private static int OperandLength(OperandType operand, byte[] code, int at) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(code, at),
        _ => 4,
    };
}
