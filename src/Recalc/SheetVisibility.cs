namespace Recalc;

/// <summary>Whether a sheet is shown.</summary>
public enum SheetVisibility
{
    /// <summary>Shown.</summary>
    Visible,

    /// <summary>Hidden; a user can show it.</summary>
    Hidden,

    /// <summary>Hidden; only a program can show it.</summary>
    VeryHidden,
}
