using System.Reflection;
using Recalc.Properties.Checks;
using Recalc.Properties.Scenarios;

namespace Recalc.Properties.Mutants;

/// <summary>Finds out whether these tests see that the engine is broken. Called over a mutant, in its own load context.</summary>
internal static class Prey
{
    /// <summary>What catches the engine: a case, or a random workbook; null when nothing does.</summary>
    public static string? Catch(int scenarios) => CatchByCases() ?? CatchByScenarios(scenarios);

    private static string? CatchByCases()
    {
        foreach (var tests in new object[] { new CaseTests(), new CostTests() })
        {
            foreach (var method in tests.GetType().GetMethods().Where(m => m.GetCustomAttribute<FactAttribute>() is not null))
                foreach (var arguments in Arguments(method))
                    if (Fails(() => method.Invoke(tests, arguments))) return method.Name;
        }
        return null;
    }

    private static IEnumerable<object?[]> Arguments(MethodInfo method)
    {
        if (method.GetParameters() is not [.., var last] parameters) return [[]];
        return method.GetCustomAttributes<InlineDataAttribute>().Select(row => last.ParameterType == typeof(string[])
            ? [.. row.Data[..(parameters.Length - 1)], row.Data[(parameters.Length - 1)..].Cast<string>().ToArray()]
            : Converted(row.Data, parameters));
    }

    private static object?[] Converted(object?[] data, ParameterInfo[] parameters) =>
        [.. data.Zip(parameters, (value, parameter) => Convert.ChangeType(value, parameter.ParameterType, null))];

    private static string? CatchByScenarios(int scenarios)
    {
        for (var seed = 0; seed < scenarios; seed++)
            if (Twin.Fails(RandomScenario.Make(seed))) return $"scenario {seed}";
        return null;
    }

    private static bool Fails(Action test)
    {
        try
        {
            test();
            return false;
        }
        catch (Exception)
        {
            return true;
        }
    }
}
