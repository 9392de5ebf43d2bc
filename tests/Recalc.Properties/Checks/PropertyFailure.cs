namespace Recalc.Properties.Checks;

/// <summary>The engine did what it must not.</summary>
internal sealed class PropertyFailure(string message) : Exception(message);
