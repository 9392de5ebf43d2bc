namespace Recalc.League.Reactive;

/// <summary>
/// invalidate_stress: a seed is written, a buffer that rests on it is 0 always, and below the buffer lies much that may not run: a thousand
/// nodes side by side, a chain of a thousand, a tree of six levels with four branches each, or a hundred layers of ten nodes that each read
/// the whole layer before. The ends are observed.
/// </summary>
internal static class StressShapes
{
    private const int Nodes = 1_000, Branches = 4, Levels = 6, LayerWidth = 10, Writes = 10, Iterations = 20;

    public static IEnumerable<ReactiveCase> All { get; } =
    [
        CaseOf("invalidate_stress_wide", ReactiveCase.CostOfEffects, Wide),
        CaseOf("invalidate_stress_chain", ReactiveCase.CostOfNodes, Chain),
        CaseOf("invalidate_stress_tree", ReactiveCase.CostOfEffects, Tree),
        CaseOf("invalidate_stress_dense", ReactiveCase.CostOfNodes, Dense),
    ];

    private static ReactiveCase CaseOf(string name, string cost, Func<Web, Cell<double>, IEnumerable<Cell<double>>> below) =>
        ReactiveCase.OfWrites(name, Writes, Iterations, cost, () => Build(below));

    private static Action Build(Func<Web, Cell<double>, IEnumerable<Cell<double>>> below)
    {
        var (web, buffered) = (new Web(), 0);
        var seed = web.Input(0);
        var buffer = web.Compute(ctx =>
        {
            buffered++;
            return ctx.Get(seed) * 0;
        });
        foreach (var end in below(web, buffer).ToArray()) web.Observe(end);
        (web.EffectRuns, web.Runs) = (0, 0);
        return () =>
        {
            buffered = 0;
            for (var i = 1; i <= Writes; i++) web.Write(seed, i);
            web.ExpectRuns(effects: 0, nodes: 0);
            if (buffered != Writes) Web.Wrong("runs of the buffer", buffered, Writes);
        };
    }

    private static IEnumerable<Cell<double>> Wide(Web web, Cell<double> buffer) => Enumerable.Range(0, Nodes).Select(i => On(web, buffer));

    private static IEnumerable<Cell<double>> Chain(Web web, Cell<double> buffer)
    {
        var last = buffer;
        for (var i = 0; i < Nodes; i++) last = On(web, last);
        return [last];
    }

    private static IEnumerable<Cell<double>> Tree(Web web, Cell<double> buffer)
    {
        Cell<double>[] level = [buffer];
        for (var i = 0; i < Levels; i++) level = [.. level.SelectMany(above => Enumerable.Range(0, Branches).Select(_ => On(web, above)))];
        return level;
    }

    private static Cell<double>[] Dense(Web web, Cell<double> buffer)
    {
        Cell<double>[] layer = [buffer];
        for (var i = 0; i < Nodes / LayerWidth; i++)
        {
            var above = layer;
            layer = [.. Enumerable.Range(0, LayerWidth).Select(_ => web.Compute(ctx =>
            {
                var sum = 1.0;
                foreach (var cell in above) sum += ctx.Get(cell) / LayerWidth;
                return web.Counted(sum);
            }))];
        }
        return layer;
    }

    private static Cell<double> On(Web web, Cell<double> above) => web.Compute(ctx => web.Counted(ctx.Get(above) + 1));
}
