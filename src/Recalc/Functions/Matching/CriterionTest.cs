namespace Recalc.Functions.Matching;

/// <summary>What a criterion asks of a value.</summary>
internal enum CriterionTest : byte
{
    /// <summary>That it equals what is wanted.</summary>
    Equal,

    /// <summary>That it does not, whatever it is.</summary>
    NotEqual,

    /// <summary>That it is of the wanted kind and less.</summary>
    Less,

    /// <summary>That it is of the wanted kind and not greater.</summary>
    LessOrEqual,

    /// <summary>That it is of the wanted kind and greater.</summary>
    Greater,

    /// <summary>That it is of the wanted kind and not less.</summary>
    GreaterOrEqual,

    /// <summary>That there is none: <c>"="</c>.</summary>
    Blank,

    /// <summary>That there is one: <c>"&lt;&gt;"</c>.</summary>
    Filled,

    /// <summary>That there is none, or empty text: <c>""</c>.</summary>
    Empty,
}
