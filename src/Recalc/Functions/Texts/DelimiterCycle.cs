namespace Recalc.Functions.Texts;

/// <summary>The delimiters of TEXTJOIN: one, or several in turn. Immutable.</summary>
internal readonly struct DelimiterCycle
{
    private readonly string[]? _several;
    private readonly string _first;

    public DelimiterCycle(string single) => _first = single;

    private DelimiterCycle(string[] several) => (_several, _first) = (several, several[0]);

    /// <summary>True when all of them are empty.</summary>
    public bool AreEmpty => _several is null ? _first.Length == 0 : Array.TrueForAll(_several, d => d.Length == 0);

    /// <summary>The delimiter at a place, from zero.</summary>
    public string this[long index] => _several is null ? _first : _several[index % _several.Length];

    /// <summary>Reads a text, or an array or area of texts row by row.</summary>
    public static bool TryRead(in Operand argument, CallSite site, out DelimiterCycle delimiters, out Operand failure)
    {
        delimiters = new("");
        if (argument.Grid is not { Count: > 1 } grid)
        {
            var single = argument.Grid is { } one ? one.Element(0, 0) : argument;
            if (!single.TryText(out var text, out failure)) return false;
            delimiters = new(text);
            return true;
        }
        if (!Delimiters.TryReadAll(grid, site, out var texts, out failure)) return false;
        delimiters = new(texts);
        return true;
    }
}
