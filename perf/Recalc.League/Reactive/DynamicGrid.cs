namespace Recalc.League.Reactive;

/// <summary>
/// Dynamic grids: rows of nodes that each read some of the row before; a part of them drops one, depending on what it reads. A write is one
/// input and the leaves that are read after it.
/// </summary>
internal sealed class DynamicGrid
{
    private readonly Web _web = new();
    private readonly Cell<double>[] _start;
    private readonly Cell<double>[] _leaves;

    private DynamicGrid(Config config)
    {
        _start = [.. Enumerable.Range(0, config.Width).Select(i => _web.Input(i))];
        var (row, random) = (_start, new GridRandom("seed"));
        for (var layer = 1; layer < config.Layers; layer++)
        {
            var before = row;
            row = [.. before.Select((_, at) =>
            {
                Cell<double>[] sources = [.. Enumerable.Range(0, config.Sources).Select(i => before[(at + i) % before.Length])];
                return random.Next() < config.Statics ? StaticNode(sources) : DynamicNode(sources);
            })];
        }
        var (leaves, choice) = (row.ToList(), new GridRandom("seed"));
        var dropped = (int)Math.Round(config.Width * (1 - config.Reads));
        for (var i = 0; i < dropped; i++) leaves.RemoveAt((int)(choice.Next() * leaves.Count));
        _leaves = [.. leaves];
        _web.Observe(ctx =>
        {
            var last = 0.0;
            foreach (var leaf in _leaves) last = ctx.Get(leaf);
            return last;
        });
    }

    public static IEnumerable<ReactiveCase> All { get; } =
    [
        CaseOf("2-10x5", new Config(10, 5, 1, 2, 0.2, 600_000, 19199968, 3_480_000)),
        CaseOf("6-10x10", new Config(10, 10, 0.75, 6, 0.2, 15_000, 302310782860, 1_155_000)),
        CaseOf("4-1000x12", new Config(1000, 12, 0.95, 4, 1, 7_000, 29355933696000, 1_463_000)),
        CaseOf("25-1000x5", new Config(1000, 5, 1, 25, 1, 3_000, 1171484375000, 732_000)),
        CaseOf("3-5x500", new Config(5, 500, 1, 3, 1, 500, 3.0239642676898464e241, 1_246_500)),
        CaseOf("6-100x15", new Config(100, 15, 0.5, 6, 1, 2_000, 15664996402790400, 1_078_000)),
    ];

    // The first run begins with other inputs than those that the run before it left, and is not checked.
    private static ReactiveCase CaseOf(string name, Config config) => new($"grid_{name}", "ns", ReactiveCase.CostOfNodes, () =>
    {
        var grid = new DynamicGrid(config);
        grid.Run(config.Iterations);
        return FastestOf.Ten(() =>
        {
            grid._web.Runs = 0;
            if (grid.Run(config.Iterations) is var sum && sum != config.Sum) Web.Wrong("the sum", sum, config.Sum);
            if (grid._web.Runs != config.Evaluations) Web.Wrong("node runs", grid._web.Runs, config.Evaluations);
        }) * 1e9 / config.Iterations;
    });

    private Cell<double> StaticNode(Cell<double>[] sources)
    {
        var web = _web;
        return web.Compute(ctx =>
        {
            var sum = 0.0;
            foreach (var source in sources) sum += ctx.Get(source);
            return web.Counted(sum);
        });
    }

    private Cell<double> DynamicNode(Cell<double>[] sources)
    {
        var (web, first, tail) = (_web, sources[0], sources[1..]);
        return web.Compute(ctx =>
        {
            var sum = ctx.Get(first);
            var dropped = ((long)sum & 1) != 0 ? (long)sum % tail.Length : -1;
            for (var i = 0; i < tail.Length; i++)
                if (i != dropped) sum += ctx.Get(tail[i]);
            return web.Counted(sum);
        });
    }

    private double Run(int iterations)
    {
        var (book, start, leaves) = (_web.Book, _start, _leaves);
        for (var i = 0; i < iterations; i++)
        {
            var at = i % start.Length;
            _web.Write(start[at], i + at);
            foreach (var leaf in leaves) book.Get(leaf);
        }
        return leaves.Aggregate(0.0, (total, leaf) => book.Get(leaf) + total);
    }

    /// <summary>A grid.</summary>
    /// <param name="Width">Cells of a row.</param>
    /// <param name="Layers">Rows, the inputs among them.</param>
    /// <param name="Statics">The share of nodes that read the same always.</param>
    /// <param name="Sources">What a node reads of the row before.</param>
    /// <param name="Reads">The share of the last row that is read.</param>
    /// <param name="Iterations">Writes of a run.</param>
    /// <param name="Sum">The sum of what is read in the end.</param>
    /// <param name="Evaluations">Runs of nodes in all.</param>
    private sealed record Config(
        int Width, int Layers, double Statics, int Sources, double Reads, int Iterations, double Sum, int Evaluations);
}
