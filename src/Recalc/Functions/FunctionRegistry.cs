using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Recalc.Functions;

/// <summary>
/// Functions of C# that formulas call by name, beside those of Excel. Fill one and give it to a workbook by <see cref="RecalcOptions.Functions"/>,
/// or add to that of a workbook and its forks, <see cref="Workbook.Functions"/>, at any time: formulas that called a name in vain call the
/// function from then on. What is registered is never taken back. Thread-safe.
/// </summary>
/// <remarks>
/// <para>Names are compared without case. In a call, <c>VAT(…)</c>, a variable of LET or a parameter of LAMBDA comes first, then the registered
/// function, then a name of the workbook that holds a lambda; elsewhere (<c>VAT</c>, <c>MAP(A1:A9,VAT)</c>) names and tables of the workbook come
/// first. Functions of Excel are not redefined.</para>
/// <para>A function returns a value and does nothing else: it may run at any time, more than once, and on any thread that reads, though for one
/// workbook one at a time. It may neither read nor edit the workbook that calls it; what tries becomes #VALUE!, as does whatever throws, with an
/// explanation: see <see cref="Sheet.Explain"/>. A <see cref="Values.CellErrorException"/> is the error that it carries, and an
/// <see cref="OperationCanceledException"/> leaves the read.</para>
/// </remarks>
public sealed partial class FunctionRegistry
{
    private static readonly int First = FunctionCatalog.All.Count;

    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<string, FunctionDeclaration> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, FunctionDeclaration>.AlternateLookup<ReadOnlySpan<char>> _bySpan;

    /// <summary>In the order in which they were added; replaced as a whole.</summary>
    private FunctionDeclaration[] _all = [];

    private volatile int _version;

    /// <summary>Makes a registry without functions.</summary>
    public FunctionRegistry() => _bySpan = _byName.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>A registry that begins with the functions of another; null for none.</summary>
    internal FunctionRegistry(FunctionRegistry? other) : this()
    {
        if (other is null) return;
        _all = other._all;
        foreach (var function in _all) _byName[function.Name] = function;
        _version = _all.Length;
    }

    /// <summary>The functions, in the order in which they were registered; those that are added later are not in the list.</summary>
    public IReadOnlyList<FunctionDeclaration> All => Array.AsReadOnly(_all);

    /// <summary>Finds a function that was registered, by its name without case.</summary>
    public bool TryFind(ReadOnlySpan<char> name, [NotNullWhen(true)] out FunctionDeclaration? function) =>
        _bySpan.TryGetValue(name, out function);

    /// <summary>How many functions there are and can be called: it grows once the formulas that call a function by its name know of it.</summary>
    internal int Version => _version;

    /// <summary>Told of the name of every function that is added, before <see cref="Version"/> grows. Null when nobody listens.</summary>
    internal Action<string>? Added { get; set; }

    /// <summary>The function, be it of the catalogue, that an item of a call stands for.</summary>
    internal FunctionDeclaration ById(int id) => id < First ? FunctionCatalog.ById(id) : _all[id - First];

    /// <summary>True when an item stands for a function.</summary>
    internal bool Contains(int id) => (uint)id < First + _all.Length;

    /// <summary>True when an item stands for a function that was registered when there were so many already.</summary>
    internal static bool IsSince(int version, int id) => id >= First + version;

    /// <summary>Registers a function that reads its arguments itself: see <see cref="FunctionCall"/>.</summary>
    /// <typeparam name="TResult">
    /// The type of the result: what a cell can hold, or <c>double[,]</c> or <see cref="Values.CellValue"/><c>[,]</c>, which spill.
    /// </typeparam>
    /// <param name="name">What formulas call it.</param>
    /// <param name="parameters">Its parameters; their names are used, and not those among the promises.</param>
    /// <param name="function">The code.</param>
    /// <param name="promises">What is promised of it; null for a pure function.</param>
    /// <exception cref="ArgumentException">
    /// The name is taken or none that a formula can spell, the parameters are in no order that a call can have, or the promises are at odds.
    /// </exception>
    /// <exception cref="NotSupportedException">No function yields a <typeparamref name="TResult"/>.</exception>
    public void Add<TResult>(
        string name, IReadOnlyList<FunctionParameter> parameters, FunctionCode<TResult> function, FunctionPromises? promises = null)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(function);
        if (FaultOf(parameters) is { } fault) throw new ArgumentException(fault, nameof(parameters));
        var repeats = parameters.Count > 0 && parameters[^1].Repeats;
        var signature = Signature.Of([.. parameters.Select(p => p.Kind)], repeats);
        var named = (promises ?? FunctionPromises.None) with { ParameterNames = [.. parameters.Select(p => p.Name)] };
        var (fewest, most) = (parameters.Count(p => !p.IsOptional), repeats ? MostArguments : parameters.Count);
        Register<TResult>(name, signature, fewest, most, named, (in call) => call.Result(function(call)));
    }

    private const int MostArguments = 255;

    private static string? FaultOf(IReadOnlyList<FunctionParameter> parameters)
    {
        for (var i = 0; i < parameters.Count; i++)
        {
            var (parameter, isLast) = (parameters[i], i == parameters.Count - 1);
            if (parameter.Kind is not (ArgumentKind.Value or ArgumentKind.Area or ArgumentKind.Lazy))
                return $"The parameter {parameter.Name} is a {parameter.Kind}, and those of registered functions are Value, Area or Lazy.";
            if (parameter.Repeats && !isLast) return $"The parameter {parameter.Name} repeats, and only the last one may.";
            if (!isLast && parameter.IsOptional && !parameters[i + 1].IsOptional)
                return $"The parameter {parameters[i + 1].Name} stands behind an optional one, and is not optional.";
        }
        return null;
    }

    /// <summary>What computes a registered function.</summary>
    private delegate Operand Code(in FunctionCall call);

    private void Register<TResult>(string name, Signature signature, int fewest, int most, FunctionPromises? promises, Code code)
    {
        ArgumentNullException.ThrowIfNull(name);
        FunctionResult<TResult>.Check();
        promises ??= FunctionPromises.None;
        if (FunctionName.Fault(name) is { } fault) throw new ArgumentException(fault, nameof(name));
        if (promises.Fault() is { } odd) throw new ArgumentException($"{name}: {odd}", nameof(promises));
        lock (_gate)
        {
            if (_byName.ContainsKey(name))
                throw new ArgumentException($"A function {name} is registered already; names are compared without case.", nameof(name));
            FunctionDeclaration function = null!;
            function = new(name, signature, fewest, most, promises, FunctionResult<TResult>.IsArray)
            {
                Id = First + _all.Length,
                Body = (arguments, site) => Call(function, code, arguments, site),
            };
            _all = [.. _all, function];
            _byName[name] = function;
            Added?.Invoke(name);
            _version = _all.Length;
        }
    }

    private static Operand Call(FunctionDeclaration function, Code code, ReadOnlySpan<Operand> arguments, CallSite site)
    {
        if (!site.TryChargeSteps(function.Promises.Cost)) return site.OverSteps;
        var results = function.IsKept ? site.Results : null;
        if (results is not null && results.TryGet(function, site.DateSystem, arguments, out var known, out var left))
        {
            if (left is { } rest) site.Expire(rest);
            return known;
        }
        if (function.Promises.TimeToLive is { } time) site.Expire(time);
        var calls = site.Calls;
        var ticket = calls.Begin();
        try
        {
            var result = code(new FunctionCall(function, arguments, site, ticket));
            if (site.IsWaiting) return Operand.Blocked;
            results?.Add(function, site.DateSystem, arguments, result);
            return result;
        }
        catch (NotReadyException)
        {
            return Operand.Blocked;
        }
        catch (Exception exception) when (Thrown.IsValue(exception))
        {
            return site.IsWaiting ? Operand.Blocked : Thrown.By(function.Name, exception);
        }
        finally
        {
            calls.End();
        }
    }
}
