namespace Recalc.Values;

/// <summary>
/// A value was asked for, and the cell holds an error. Within a C# node it need not be caught: the node's value becomes the same error.
/// </summary>
public sealed class CellErrorException : Exception
{
    /// <summary>Makes an exception for an error.</summary>
    /// <param name="error">The error.</param>
    /// <param name="message">What is wrong, for people.</param>
    public CellErrorException(ErrorKind error, string message) : base(message) => Error = error;

    /// <summary>The error.</summary>
    public ErrorKind Error { get; }
}
