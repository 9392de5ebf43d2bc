namespace Recalc.Properties.Checks;

/// <summary>A scenario was made simpler in a way that makes no sense: it shows nothing.</summary>
internal sealed class NotSimpler : Exception;
