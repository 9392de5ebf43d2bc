namespace Recalc.Evaluation;

/// <summary>How a name is read.</summary>
internal enum NameKind : byte
{
    /// <summary>Nobody defined it: #NAME?.</summary>
    Missing,

    /// <summary>It is nothing but a reference, which is read in its place.</summary>
    Area,

    /// <summary>Its formula is evaluated in its place, seen from the cell that uses it.</summary>
    Formula,

    /// <summary>It means something that is not computed by this version.</summary>
    Unsupported,
}
