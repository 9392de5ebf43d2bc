namespace Recalc;

/// <summary>Something about a formula that everything that depends on it shares.</summary>
public enum FormulaTrait
{
    /// <summary>It calls a function, or uses a feature, that this version does not compute.</summary>
    Unsupported,

    /// <summary>It calls a function whose result rests on the clock or on chance: NOW, TODAY, RAND and kin.</summary>
    Volatile,
}
