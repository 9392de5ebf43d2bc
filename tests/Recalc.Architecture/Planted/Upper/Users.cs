using Recalc.Architecture.Planted.Lower;

namespace Recalc.Architecture.Planted.Upper;

// Fields that nobody sets and members that could be static are uses like any other.
#pragma warning disable CS0649, CA1822

// Each of these uses the room below in one way, named by the type; what stands in bodies is never run.
internal sealed class ByBase : Thing;

internal sealed class ByInterface : IThing;

internal sealed class ByInterfaceArgument : List<Stuff>;

internal sealed class ByField
{
    public Stuff Field;
}

internal sealed class ByFieldArgument
{
    public Dictionary<int, Stuff[]>? Field;
}

internal sealed class ByParameter
{
    public static void Method(Stuff? stuff) => _ = stuff is null;
}

internal sealed class ByResult
{
    public static Stuff[] Method() => [];
}

internal sealed class ByProperty
{
    public static Thing? Property => null;
}

internal sealed class ByEvent
{
    public event Action<Stuff>? Event { add => _ = value; remove => _ = value; }
}

internal sealed class ByConstraint<T> where T : IThing;

internal sealed class ByMethodConstraint
{
    public static void Method<T>() where T : IThing => _ = typeof(T);
}

[Thing]
internal sealed class ByAttribute;

internal sealed class ByMemberAttribute
{
    [Thing]
    public static int Property => 1;
}

internal sealed class ByCall
{
    public static void Method() => Thing.Do();
}

internal sealed class ByConstruction
{
    public static object Method() => new Thing();
}

internal sealed class ByStaticField
{
    public static object Method() => Thing.Shared;
}

internal sealed class ByNestedType
{
    public static int Method() => Thing.Inner.Count;
}

internal sealed class ByTypeOf
{
    public static Type Method() => typeof(IThing);
}

internal sealed class ByCast
{
    public static bool Method(object o) => o is IThing;
}

internal sealed class ByTypeArgumentOfCall
{
    public static object Method() => Array.Empty<Stuff>();
}

internal sealed class ByLocal
{
    public static int Method()
    {
        Stuff stuff = default;
        return stuff.Number;
    }
}

internal sealed class ByCatch
{
    public static int Method(Func<int> f)
    {
        try
        {
            return f();
        }
        catch (ThingException)
        {
            return 0;
        }
    }
}

internal sealed class ByLambda
{
    public static Action Method(int n) => () => Thing.Shared.Number = n;
}

internal sealed class ByIterator
{
    public static IEnumerable<int> Method()
    {
        yield return 1;
        Thing.Do();
    }
}

internal sealed class ByAsync
{
    public static async Task Method()
    {
        await Task.Yield();
        Thing.Do();
    }
}

internal sealed class ByMethodOfNestedType
{
    private static class Nested
    {
        public static void Method() => Thing.Do();
    }
}

internal sealed class BySwitchAndWideInstructions
{
    public static unsafe int Method(int n, double d)
    {
        switch (n)
        {
            case 0: return 10;
            case 1: return 20;
            case 2: return 35;
            case 3: return 47;
            case 4: return d < 2.5 ? 1 : 2;
        }
        var bytes = stackalloc byte[n];
        Thing.Do();
        return bytes[0];
    }
}

// These use nothing of the room below.
internal sealed class Neighbour
{
    public static int Method(ByParameter? other) => other is null ? 1 : Names("Recalc.Architecture.Planted.Lower.Thing").Length;
    private static string Names(string text) => text;
}

internal sealed class Alone;
