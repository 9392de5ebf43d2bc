namespace Recalc.Architecture.Planted.Lower;

internal class Thing
{
    public static readonly Thing Shared = new();
    public int Number { get; set; }
    public static void Do() => Shared.Number++;
    public static T Make<T>() where T : new() => new();

    public sealed class Inner
    {
        public static int Count { get; set; }
    }
}

internal interface IThing;

internal struct Stuff
{
    public int Number = 1;

    public Stuff() { }
}

internal sealed class ThingException : Exception;

[AttributeUsage(AttributeTargets.All)]
internal sealed class ThingAttribute : Attribute;
