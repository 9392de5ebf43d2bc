using System.Globalization;
using System.Runtime.InteropServices;

namespace Recalc.League.Reactive;

/// <summary>
/// A workbook of C# nodes with effects. The engine is lazy and has no effects of its own: an effect here is a node that is read after each
/// write, and what it counts are its runs, which are as many as those of an effect that is pushed.
/// </summary>
internal sealed class Web
{
    private readonly List<Cell<double>> _effects = [];

    public Workbook Book { get; } = new();

    /// <summary>How often effects ran.</summary>
    public int EffectRuns { get; set; }

    /// <summary>How often the nodes ran that say so.</summary>
    public int Runs { get; set; }

    public Cell<double> Input(double value) => Book.Input(value);

    public Cell<T> Compute<T>(Func<ComputeContext, T> function) => Book.Compute(function);

    /// <summary>What the effects came to when they were run last.</summary>
    private double[] _values = [];

    /// <summary>Adds an effect that reads a cell.</summary>
    public void Observe(Cell<double> cell) => Observe(ctx => CountedEffect(ctx.Get(cell)));

    /// <summary>Adds an effect, which counts its runs itself, and runs it.</summary>
    public void Observe(Func<ComputeContext, double> body)
    {
        var effect = Book.Compute(body);
        _effects.Add(effect);
        Book.Get(effect);
    }

    /// <summary>Writes an input, and runs the effects that it concerns.</summary>
    public void Write(Cell<double> input, double value)
    {
        Book.Set(input, value);
        ReadEffects();
    }

    /// <summary>Runs the effects that what was written concerns.</summary>
    public void ReadEffects()
    {
        if (_values.Length < _effects.Count) _values = new double[_effects.Capacity];
        Book.Get(CollectionsMarshal.AsSpan(_effects), _values);
    }

    /// <summary>A value, of a node whose run is counted.</summary>
    public double Counted(double value)
    {
        Runs++;
        return value;
    }

    /// <summary>A value, of an effect whose run is counted.</summary>
    public double CountedEffect(double value)
    {
        EffectRuns++;
        return value;
    }

    /// <summary>Checks the value of a cell.</summary>
    public void Expect(Cell<double> cell, double expected)
    {
        if (Book.Get(cell) is var value && value != expected) Wrong("the value", value, expected);
    }

    /// <summary>Checks how often effects ran since it was asked last, and how often the nodes did that say so.</summary>
    public void ExpectRuns(int effects, int nodes = 0)
    {
        if (EffectRuns != effects) Wrong("effect runs", EffectRuns, effects);
        if (Runs != nodes) Wrong("node runs", Runs, nodes);
        (EffectRuns, Runs) = (0, 0);
    }

    /// <summary>Stops a shape that is wrong: it has no figure.</summary>
    public static void Wrong(string what, double value, double expected) => throw new InvalidOperationException(
        string.Create(CultureInfo.InvariantCulture, $"A reactive shape is wrong: {what}: {value}, where {expected} is right."));
}
