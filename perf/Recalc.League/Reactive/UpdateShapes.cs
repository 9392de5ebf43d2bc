namespace Recalc.League.Reactive;

/// <summary>
/// Writing one input again and again, which one effect or several read, and maybe others: nanoseconds of a write with the effects that it
/// runs. And one input with a million nodes that nothing observes: a write, and one of them read or all.
/// </summary>
internal static class UpdateShapes
{
    private const int Million = 1_000_000;

    public static IEnumerable<ReactiveCase> All { get; } =
    [
        CaseOf("update_1to1", 400_000, inputs: 1, effects: 1),
        CaseOf("update_2to1", 200_000, inputs: 2, effects: 1),
        CaseOf("update_4to1", 100_000, inputs: 4, effects: 1),
        CaseOf("update_1000to1", 400, inputs: 1_000, effects: 1),
        CaseOf("update_1to2", 100_000, inputs: 1, effects: 2),
        CaseOf("update_1to4", 100_000, inputs: 1, effects: 4),
        CaseOf("update_1to1000", 10_000, inputs: 1, effects: 1_000),
        MillionCaseOf("update_1to1M_read_one", reads: 1),
        MillionCaseOf("update_1to1M_read_all", reads: Million),
    ];

    // The first write is what is there already.
    private static ReactiveCase CaseOf(string name, int writes, int inputs, int effects) =>
        new(name, "ns", effects > 1 ? ReactiveCase.CostOfEffects : ReactiveCase.CostOfWrites, () =>
            FastestOf.Ten(() => Build(inputs, effects), built => Run(built.Web, built.First, writes, effects)) * 1e9 / writes);

    private static void Run(Web web, Cell<double> first, int writes, int effects)
    {
        for (var i = 0; i < writes; i++) web.Write(first, i);
        web.ExpectRuns((writes - 1) * effects);
    }

    private static (Web Web, Cell<double> First) Build(int inputs, int effects)
    {
        var web = new Web();
        var all = Enumerable.Range(0, inputs).Select(i => web.Input(i)).ToArray();
        for (var i = 0; i < effects; i++) Observe(web, all);
        web.ExpectRuns(effects);
        return (web, all[0]);
    }

    private static void Observe(Web web, Cell<double>[] inputs)
    {
        if (inputs is [var only])
        {
            web.Observe(only);
        }
        else if (inputs is [var a, var b])
        {
            web.Observe(ctx => web.CountedEffect(ctx.Get(a) + ctx.Get(b)));
        }
        else if (inputs is [var one, var two, var three, var four])
        {
            web.Observe(ctx => web.CountedEffect(ctx.Get(one) + ctx.Get(two) + ctx.Get(three) + ctx.Get(four)));
        }
        else
        {
            web.Observe(ctx =>
            {
                var sum = 0.0;
                foreach (var input in inputs) sum += ctx.Get(input);
                return web.CountedEffect(sum);
            });
        }
    }

    // A write of Preact's signals tells nobody here, for nothing observes the nodes: each compares versions when it is read.
    private static ReactiveCase MillionCaseOf(string name, int reads) => new(name, "ns", "a write marks each of a million readers", () =>
    {
        var web = new Web();
        var (head, value) = (web.Input(0), 0);
        var nodes = new Cell<double>[Million];
        for (var i = 0; i < nodes.Length; i++)
        {
            nodes[i] = web.Compute(ctx => web.Counted(ctx.Get(head) + 1));
            web.Book.Get(nodes[i]);
        }
        web.ExpectRuns(effects: 0, Million);
        return FastestOf.Ten(() =>
        {
            web.Book.Set(head, ++value);
            for (var i = 0; i < reads; i++) web.Expect(nodes[i], value + 1);
            web.ExpectRuns(effects: 0, reads);
        }) * 1e9;
    });
}
