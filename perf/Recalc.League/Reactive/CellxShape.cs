namespace Recalc.League.Reactive;

/// <summary>
/// cellx: layers of four cells, each made of those of the layer before, all of them observed; four inputs change at once. A run is timed
/// from before the change until every effect has run, and is one of a shape that was just built.
/// </summary>
internal static class CellxShape
{
    private const int Width = 4;

    public static IEnumerable<ReactiveCase> All { get; } = [.. new[] { 1_000, 2_500, 5_000 }.Select(CaseOf)];

    private static ReactiveCase CaseOf(int layers)
    {
        var (before, after) = (LayersOf([1, 2, 3, 4], layers), LayersOf([4, 3, 2, 1], layers));
        if (layers != 5_000 && !(before[^1].SequenceEqual([-3, -6, -2, 2]) && after[^1].SequenceEqual([-2, -4, 2, 3])))
            throw new InvalidOperationException("The loop that cellx is checked with is wrong.");
        var (nodes, effects) = RunsOf(before, after);
        return new ReactiveCase($"cellx{layers}", "ms", "effects are read one by one, each through the gate of the workbook", () =>
            FastestOf.Ten(() => new Model(layers), m => m.Change(before[^1], after[^1], effects, nodes)) * 1e3);
    }

    // What is right, layer by layer, by a plain loop.
    private static double[][] LayersOf(double[] inputs, int layers)
    {
        var all = new double[layers + 1][];
        all[0] = inputs;
        for (var i = 1; i <= layers; i++)
        {
            var m = all[i - 1];
            all[i] = [m[1], m[0] - m[2], m[1] + m[3], m[2]];
        }
        return all;
    }

    // A node runs when something that it reads has changed; an effect, when its node has.
    private static (int Nodes, int Effects) RunsOf(double[][] before, double[][] after)
    {
        var (nodes, effects) = (0, 0);
        for (var i = 1; i < before.Length; i++)
        {
            var changed = Enumerable.Range(0, Width).Select(j => before[i - 1][j] != after[i - 1][j]).ToArray();
            nodes += (changed[1] ? 1 : 0) + (changed[0] || changed[2] ? 1 : 0) + (changed[1] || changed[3] ? 1 : 0) + (changed[2] ? 1 : 0);
            effects += Enumerable.Range(0, Width).Count(j => before[i][j] != after[i][j]);
        }
        return (nodes, effects);
    }

    private sealed class Model
    {
        private readonly Web _web = new();
        private readonly Cell<double>[] _start;
        private readonly Cell<double>[] _end;

        public Model(int layers)
        {
            var web = _web;
            _start = [web.Input(1), web.Input(2), web.Input(3), web.Input(4)];
            var m = _start;
            for (var i = 0; i < layers; i++)
            {
                var (m1, m2, m3, m4) = (m[0], m[1], m[2], m[3]);
                Cell<double>[] layer =
                [
                    web.Compute(ctx => web.Counted(ctx.Get(m2))),
                    web.Compute(ctx => web.Counted(ctx.Get(m1) - ctx.Get(m3))),
                    web.Compute(ctx => web.Counted(ctx.Get(m2) + ctx.Get(m4))),
                    web.Compute(ctx => web.Counted(ctx.Get(m3))),
                ];
                foreach (var cell in layer) web.Observe(cell);
                m = layer;
            }
            _end = m;
            web.ExpectRuns(Width * layers, Width * layers);
        }

        public void Change(double[] before, double[] after, int effects, int nodes)
        {
            for (var i = 0; i < Width; i++) _web.Expect(_end[i], before[i]);
            for (var i = 0; i < Width; i++) _web.Book.Set(_start[i], Width - i);
            _web.ReadEffects();
            for (var i = 0; i < Width; i++) _web.Expect(_end[i], after[i]);
            _web.ExpectRuns(effects, nodes);
        }
    }
}
