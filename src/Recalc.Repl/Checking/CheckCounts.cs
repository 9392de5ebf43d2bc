using System.Globalization;
using System.Text.Json;

namespace Recalc.Repl.Checking;

/// <summary>How many formulas came out how. A cell of an array, a spill or a data table counts as a formula of its own.</summary>
internal sealed class CheckCounts
{
    /// <summary>Compared, and as expected.</summary>
    public long Agree { get; set; }

    /// <summary>Compared, and not as expected.</summary>
    public long Differ { get; set; }

    /// <summary>Not compared: rests on a function or feature that is not there.</summary>
    public long Unsupported { get; set; }

    /// <summary>What the unsupported rest on.</summary>
    public FeatureCounts Features { get; } = new();

    /// <summary>Not compared: rests on the clock or on chance.</summary>
    public long Volatile { get; set; }

    /// <summary>Those for which the file says no value, and which are therefore in none of the other counts.</summary>
    public long LeftOut { get; set; }

    /// <summary>All that were counted.</summary>
    public long Formulas => Agree + Differ + Unsupported + Volatile;

    /// <summary>True when everything was compared that could be, and agrees.</summary>
    public bool IsClean => Differ == 0 && Unsupported == 0;

    public void Add(CheckCounts other)
    {
        Agree += other.Agree;
        Differ += other.Differ;
        Unsupported += other.Unsupported;
        Features.Add(other.Features);
        Volatile += other.Volatile;
        LeftOut += other.LeftOut;
    }

    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteNumber("formulas", Formulas);
        json.WriteNumber("agree", Agree);
        json.WriteNumber("differ", Differ);
        json.WriteNumber("unsupported", Unsupported);
        json.WriteNumber("volatile", Volatile);
        json.WriteNumber("left_out", LeftOut);
        Features.WriteTo(json);
    }

    public override string ToString()
    {
        var noun = Formulas == 1 ? "formula" : "formulas";
        var leftOut = LeftOut == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" ({LeftOut:N0} left out)");
        return string.Create(CultureInfo.InvariantCulture,
            $"{Formulas:N0} {noun}, {Agree:N0} agree, {Differ:N0} differ, {Unsupported:N0} unsupported, {Volatile:N0} volatile{leftOut}");
    }
}
