using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace Recalc.Functions;

/// <content>The static methods of a class.</content>
public sealed partial class FunctionRegistry
{
    private const int MostParameters = 8;

    /// <summary>
    /// Registers the public static methods of a class that have a <see cref="CellFunctionAttribute"/>, as
    /// <see cref="Add{T1, T2, TResult}(string, Func{T1, T2, TResult}, FunctionPromises?)"/> does, with the names of their parameters. Nothing
    /// else is looked at. Each method is bound once; calls are those of a delegate.
    /// </summary>
    /// <param name="type">The class, which may be static.</param>
    /// <exception cref="ArgumentException">
    /// No method has the attribute; or one is generic, has more than eight parameters or one by reference, or a name that is taken or that no formula can spell.
    /// Methods before that one are registered.
    /// </exception>
    /// <exception cref="NotSupportedException">A parameter or result is of no type that formulas know.</exception>
    [RequiresDynamicCode("Makes a delegate for the types of every method. Where code is compiled ahead of time, register methods one by one: "
        + "Add<double, double, double>(\"VAT\", Taxes.Vat).")]
    public void AddMethods([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicMethods)] Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        var isEmpty = true;
        foreach (var method in type.GetMethods(BindingFlags.Public | BindingFlags.Static))
        {
            if (method.GetCustomAttribute<CellFunctionAttribute>() is not { } attribute) continue;
            isEmpty = false;
            AddMethod(method, attribute);
        }
        if (isEmpty) throw new ArgumentException($"{type.Name} has no public static method with [CellFunction].", nameof(type));
    }

    [RequiresDynamicCode("Makes a delegate for the types of the method.")]
    [UnconditionalSuppressMessage("Trimming", "IL2060", Justification = "The type parameters of Add require nothing of their types.")]
    private void AddMethod(MethodInfo method, CellFunctionAttribute attribute)
    {
        var (parameters, shown) = (method.GetParameters(), $"{method.DeclaringType?.Name}.{method.Name}");
        Type[] types = [.. parameters.Select(p => p.ParameterType), method.ReturnType];
        if (method.IsGenericMethodDefinition)
            throw new ArgumentException($"{shown} is generic, and a formula does not say for what type.", nameof(method));
        if (parameters.Length > MostParameters)
            throw new ArgumentException($"{shown} has {parameters.Length} parameters, and a function has at most {MostParameters}.", nameof(method));
        foreach (var type in types)
            if (type.IsByRef || type.IsByRefLike || type.IsPointer || type == typeof(void))
                throw new ArgumentException($"{shown} takes or returns a {type.Name}, which no formula can.", nameof(method));
        var add = AddFor(parameters.Length).MakeGenericMethod(types);
        var function = method.CreateDelegate(add.GetParameters()[1].ParameterType);
        var promises = attribute.PromisesOf(parameters.Select(p => p.Name ?? ""));
        add.Invoke(this, BindingFlags.DoNotWrapExceptions, null, [attribute.Name ?? method.Name, function, promises], null);
    }

    // The overload of Add for so many parameters.
    [UnconditionalSuppressMessage("Trimming", "IL2111", Justification = "Only Add is called, and AddMethods, which makes demands on its type, is not.")]
    private static MethodInfo AddFor(int parameters) => typeof(FunctionRegistry).GetMethods().Single(m =>
        m.Name == nameof(Add) && m.GetGenericArguments().Length == parameters + 1
        && m.GetParameters()[1].ParameterType.Name == $"Func`{parameters + 1}");
}
