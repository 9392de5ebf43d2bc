namespace Recalc.Functions;

/// <content>Functions of so many parameters, each of a C# type. A call allocates nothing that the function does not.</content>
public sealed partial class FunctionRegistry
{
    /// <summary>Registers a function without parameters. Promise that it is impure or volatile if it is, or it is called once.</summary>
    /// <inheritdoc cref="Add{T1, T2, TResult}(string, Func{T1, T2, TResult}, FunctionPromises?)"/>
    public void Add<TResult>(string name, Func<TResult> function, FunctionPromises? promises = null)
    {
        ArgumentNullException.ThrowIfNull(function);
        Register<TResult>(name, promises, [], (in call) => call.Result(function()));
    }

    /// <inheritdoc cref="Add{T1, T2, TResult}(string, Func{T1, T2, TResult}, FunctionPromises?)"/>
    public void Add<T1, TResult>(string name, Func<T1, TResult> function, FunctionPromises? promises = null)
    {
        ArgumentNullException.ThrowIfNull(function);
        Register<TResult>(name, promises, [Argument<T1>.Kind], (in call) =>
            call.TryGet(0, out T1 a, out var failure)
                ? call.Result(function(a)) : failure);
    }

    /// <summary>
    /// Registers a function. Parameters are numbers (<c>double</c>, <c>int</c>, <c>decimal</c> …), <c>bool</c>, <c>string</c>, <c>DateTime</c>,
    /// <c>DateOnly</c>, <see cref="Values.CellValue"/>, which takes errors, too, <see cref="CellSpan"/> for cells and arrays in place, and
    /// <see cref="LazyArgument"/> for what is computed when it is asked for. What cannot be converted is #VALUE!, an error stays that error;
    /// neither reaches the function. An array in the place of a single value calls the function for each of its values.
    /// </summary>
    /// <param name="name">What formulas call it: letters, digits, underscores and dots.</param>
    /// <param name="function">The code.</param>
    /// <param name="promises">What is promised of it; null for a pure function.</param>
    /// <exception cref="ArgumentException">The name is taken or none that a formula can spell, or the promises are at odds.</exception>
    /// <exception cref="NotSupportedException">A parameter or the result is of no type that formulas know.</exception>
    public void Add<T1, T2, TResult>(string name, Func<T1, T2, TResult> function, FunctionPromises? promises = null)
    {
        ArgumentNullException.ThrowIfNull(function);
        Register<TResult>(name, promises, [Argument<T1>.Kind, Argument<T2>.Kind], (in call) =>
            call.TryGet(0, out T1 a, out var failure) && call.TryGet(1, out T2 b, out failure)
                ? call.Result(function(a, b)) : failure);
    }

    /// <inheritdoc cref="Add{T1, T2, TResult}(string, Func{T1, T2, TResult}, FunctionPromises?)"/>
    public void Add<T1, T2, T3, TResult>(string name, Func<T1, T2, T3, TResult> function, FunctionPromises? promises = null)
    {
        ArgumentNullException.ThrowIfNull(function);
        Register<TResult>(name, promises, [Argument<T1>.Kind, Argument<T2>.Kind, Argument<T3>.Kind], (in call) =>
            call.TryGet(0, out T1 a, out var failure) && call.TryGet(1, out T2 b, out failure) && call.TryGet(2, out T3 c, out failure)
                ? call.Result(function(a, b, c)) : failure);
    }

    /// <inheritdoc cref="Add{T1, T2, TResult}(string, Func{T1, T2, TResult}, FunctionPromises?)"/>
    public void Add<T1, T2, T3, T4, TResult>(string name, Func<T1, T2, T3, T4, TResult> function, FunctionPromises? promises = null)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentKind[] kinds =
        [
            Argument<T1>.Kind, Argument<T2>.Kind, Argument<T3>.Kind, Argument<T4>.Kind,
        ];
        Register<TResult>(name, promises, kinds, (in call) =>
            call.TryGet(0, out T1 a, out var failure) && call.TryGet(1, out T2 b, out failure) && call.TryGet(2, out T3 c, out failure)
            && call.TryGet(3, out T4 d, out failure)
                ? call.Result(function(a, b, c, d)) : failure);
    }

    /// <inheritdoc cref="Add{T1, T2, TResult}(string, Func{T1, T2, TResult}, FunctionPromises?)"/>
    public void Add<T1, T2, T3, T4, T5, TResult>(string name, Func<T1, T2, T3, T4, T5, TResult> function, FunctionPromises? promises = null)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentKind[] kinds =
        [
            Argument<T1>.Kind, Argument<T2>.Kind, Argument<T3>.Kind, Argument<T4>.Kind,
            Argument<T5>.Kind,
        ];
        Register<TResult>(name, promises, kinds, (in call) =>
            call.TryGet(0, out T1 a, out var failure) && call.TryGet(1, out T2 b, out failure) && call.TryGet(2, out T3 c, out failure)
            && call.TryGet(3, out T4 d, out failure) && call.TryGet(4, out T5 e, out failure)
                ? call.Result(function(a, b, c, d, e)) : failure);
    }

    /// <inheritdoc cref="Add{T1, T2, TResult}(string, Func{T1, T2, TResult}, FunctionPromises?)"/>
    public void Add<T1, T2, T3, T4, T5, T6, TResult>(
        string name, Func<T1, T2, T3, T4, T5, T6, TResult> function, FunctionPromises? promises = null)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentKind[] kinds =
        [
            Argument<T1>.Kind, Argument<T2>.Kind, Argument<T3>.Kind, Argument<T4>.Kind,
            Argument<T5>.Kind, Argument<T6>.Kind,
        ];
        Register<TResult>(name, promises, kinds, (in call) =>
            call.TryGet(0, out T1 a, out var failure) && call.TryGet(1, out T2 b, out failure) && call.TryGet(2, out T3 c, out failure)
            && call.TryGet(3, out T4 d, out failure) && call.TryGet(4, out T5 e, out failure) && call.TryGet(5, out T6 f, out failure)
                ? call.Result(function(a, b, c, d, e, f)) : failure);
    }

    /// <inheritdoc cref="Add{T1, T2, TResult}(string, Func{T1, T2, TResult}, FunctionPromises?)"/>
    public void Add<T1, T2, T3, T4, T5, T6, T7, TResult>(
        string name, Func<T1, T2, T3, T4, T5, T6, T7, TResult> function, FunctionPromises? promises = null)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentKind[] kinds =
        [
            Argument<T1>.Kind, Argument<T2>.Kind, Argument<T3>.Kind, Argument<T4>.Kind,
            Argument<T5>.Kind, Argument<T6>.Kind, Argument<T7>.Kind,
        ];
        Register<TResult>(name, promises, kinds, (in call) =>
            call.TryGet(0, out T1 a, out var failure) && call.TryGet(1, out T2 b, out failure) && call.TryGet(2, out T3 c, out failure)
            && call.TryGet(3, out T4 d, out failure) && call.TryGet(4, out T5 e, out failure) && call.TryGet(5, out T6 f, out failure)
            && call.TryGet(6, out T7 g, out failure)
                ? call.Result(function(a, b, c, d, e, f, g)) : failure);
    }

    /// <inheritdoc cref="Add{T1, T2, TResult}(string, Func{T1, T2, TResult}, FunctionPromises?)"/>
    public void Add<T1, T2, T3, T4, T5, T6, T7, T8, TResult>(
        string name, Func<T1, T2, T3, T4, T5, T6, T7, T8, TResult> function, FunctionPromises? promises = null)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentKind[] kinds =
        [
            Argument<T1>.Kind, Argument<T2>.Kind, Argument<T3>.Kind, Argument<T4>.Kind,
            Argument<T5>.Kind, Argument<T6>.Kind, Argument<T7>.Kind, Argument<T8>.Kind,
        ];
        Register<TResult>(name, promises, kinds, (in call) =>
            call.TryGet(0, out T1 a, out var failure) && call.TryGet(1, out T2 b, out failure) && call.TryGet(2, out T3 c, out failure)
            && call.TryGet(3, out T4 d, out failure) && call.TryGet(4, out T5 e, out failure) && call.TryGet(5, out T6 f, out failure)
            && call.TryGet(6, out T7 g, out failure) && call.TryGet(7, out T8 h, out failure)
                ? call.Result(function(a, b, c, d, e, f, g, h)) : failure);
    }

    private void Register<TResult>(string name, FunctionPromises? promises, ArgumentKind[] kinds, Code code) =>
        Register<TResult>(name, Signature.Of(kinds, repeatsLast: false), kinds.Length, kinds.Length, promises, code);
}
