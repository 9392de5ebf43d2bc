namespace Recalc.Functions;

/// <summary>A function as a value: a lambda, or a function of the catalogue that is passed on by its name. Immutable.</summary>
internal abstract class Callable;
