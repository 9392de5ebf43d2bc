using CsCheck;
using Recalc.Functions;
using Recalc.Values;

namespace Recalc.Tests.Evaluation.Kernels;

/// <summary>Operands of kernels: words of all kinds, texts and faults among them, and what they stand for.</summary>
internal static class LaneGens
{
    private static readonly Fault Fault = new("It broke.");

    /// <summary>Numbers, both zeros, denormals, huge ones.</summary>
    public static readonly Gen<double> Number = Gen.Frequency(
        (4, Gens.Number),
        (1, Gen.OneOf(0.0, -0.0, 1, -1)),
        (1, Gen.Int[-20, 20].Select(i => i * double.Epsilon)),
        (1, Gen.Double[-1, 1].Select(d => d * double.MaxValue)));

    public static readonly Gen<Operand> Boxed = Gen.OneOf(
        Gen.Const(Operand.Blank),
        Gen.Bool.Select(Operand.Logical),
        Gen.OneOf("", "3", "x", "TRUE").Select(Operand.Text),
        Gen.OneOf(ErrorKind.Div0, ErrorKind.NotAvailable).Select(k => Operand.Error(k)),
        Gen.Const(Operand.Error(ErrorKind.Busy, Fault)));

    /// <summary>A pair of operands: two numbers, often close or opposite, or any two.</summary>
    public static readonly Gen<(Operand Left, Operand Right)> Pair = Gen.Frequency(
        (6, Gens.NumberPair.Select(p => (Raw(p.Left), Raw(p.Right)))),
        (4, Gen.Select(Number, Number, (a, b) => (Raw(a), Raw(b)))),
        (2, Gen.Select(Gen.OneOf(Number.Select(Raw), Boxed), Gen.OneOf(Number.Select(Raw), Boxed))));

    /// <summary>Pairs in numbers up to some blocks of lanes; many have nothing but numbers.</summary>
    public static readonly Gen<(Operand Left, Operand Right)[]> Pairs = Gen.OneOf(
        Pair.Array[0, 20], Pair.Array[0, 200], Gens.NumberPair.Select(p => (Raw(p.Left), Raw(p.Right))).Array[1, 300]);

    // As it is: -0 too, which no cell holds.
    public static Operand Raw(double number) => Operand.Stored(BitConverter.DoubleToUInt64Bits(number), null);
}
