namespace Recalc.League.Reactive;

/// <summary>
/// The shapes that are known as kairo: one head and what hangs on it. Each gives an iteration, which writes the head a number of times,
/// reads the effects after each write, and checks values and runs.
/// </summary>
internal static class KairoShapes
{
    private const int Iterations = 500, Busy = 100;

    public static IEnumerable<ReactiveCase> All { get; } =
    [
        ReactiveCase.OfWrites("avoidable", 1_001, Iterations, ReactiveCase.CostOfNodes, Avoidable),
        ReactiveCase.OfWrites("broad", 51, Iterations, ReactiveCase.CostOfEffects, Broad),
        ReactiveCase.OfWrites("deep", 51, Iterations, ReactiveCase.CostOfNodes, Deep),
        ReactiveCase.OfWrites("diamond", 501, Iterations, ReactiveCase.CostOfNodes, Diamond),
        ReactiveCase.OfWrites("triangle", 101, Iterations, ReactiveCase.CostOfNodes, Triangle),
        ReactiveCase.OfWrites("mux", 20, Iterations, ReactiveCase.CostOfEffects, Mux),
        ReactiveCase.OfWrites("repeated", 101, Iterations, "each read checks the handle, the run that reads and the mark of what is read", Repeated),
        ReactiveCase.OfWrites("unstable", 101, Iterations, ReactiveCase.CostOfNodes, Unstable),
    ];

    // A chain of five, of which the second is constant: those below it never run again.
    private static Action Avoidable()
    {
        const int Writes = 1_000;
        var web = new Web();
        var head = web.Input(0);
        var first = web.Compute(ctx => web.Counted(ctx.Get(head)));
        var second = web.Compute(ctx => web.Counted(ctx.Get(first) * 0));
        var third = web.Compute(ctx => web.Counted(BusyWork() - Busy + ctx.Get(second) + 1));
        var fourth = web.Compute(ctx => web.Counted(ctx.Get(third) + 2));
        var fifth = web.Compute(ctx => web.Counted(ctx.Get(fourth) + 3));
        web.Observe(ctx => web.CountedEffect(ctx.Get(fifth) + BusyWork()));
        web.ExpectRuns(effects: 1, nodes: 5);
        return () =>
        {
            web.Write(head, 1);
            web.Expect(fifth, 6);
            for (var i = 0; i < Writes; i++)
            {
                web.Write(head, i);
                web.Expect(fifth, 6);
            }
            web.ExpectRuns(effects: 0, nodes: 2 * (Writes + 1));
        };
    }

    private static Action Broad()
    {
        const int Width = 50, Writes = 50;
        var web = new Web();
        var head = web.Input(0);
        var last = head;
        for (var i = 0; i < Width; i++)
        {
            var added = (double)i;
            var first = web.Compute(ctx => web.Counted(ctx.Get(head) + added));
            var second = web.Compute(ctx => web.Counted(ctx.Get(first) + 1));
            web.Observe(second);
            last = second;
        }
        return Repeat(web, head, Writes, last, i => i + Width, effects: Width, nodes: 2 * Width);
    }

    private static Action Deep()
    {
        const int Length = 50, Writes = 50;
        var web = new Web();
        var head = web.Input(0);
        var last = head;
        for (var i = 0; i < Length; i++)
        {
            var before = last;
            last = web.Compute(ctx => web.Counted(ctx.Get(before) + 1));
        }
        web.Observe(last);
        return Repeat(web, head, Writes, last, i => i + Length, effects: 1, nodes: Length);
    }

    private static Action Diamond()
    {
        const int Width = 5, Writes = 500;
        var web = new Web();
        var head = web.Input(0);
        var sides = new Cell<double>[Width];
        for (var i = 0; i < Width; i++) sides[i] = web.Compute(ctx => web.Counted(ctx.Get(head) + 1));
        var sum = web.Compute(ctx => web.Counted(Sum(ctx, sides)));
        web.Observe(sum);
        return Repeat(web, head, Writes, sum, i => (i + 1) * Width, effects: 1, nodes: Width + 1);
    }

    private static Action Triangle()
    {
        const int Width = 10, Writes = 100;
        var web = new Web();
        var head = web.Input(0);
        var (last, all) = (head, new Cell<double>[Width]);
        for (var i = 0; i < Width; i++)
        {
            var before = all[i] = last;
            last = web.Compute(ctx => web.Counted(ctx.Get(before) + 1));
        }
        // Nobody reads the last one, which therefore never runs: the sum is that of the head and nine nodes.
        var sum = web.Compute(ctx => web.Counted(Sum(ctx, all)));
        web.Observe(sum);
        return Repeat(web, head, Writes, sum, i => i * Width + Width * (Width - 1) / 2, effects: 1, nodes: Width);
    }

    private static Action Mux()
    {
        const int Heads = 100, Writes = 10, Runs = 2 * (Writes - 1);
        var web = new Web();
        var (heads, split) = (new Cell<double>[Heads], new Cell<double>[Heads]);
        for (var i = 0; i < Heads; i++) heads[i] = web.Input(0);
        var mux = web.Compute(ctx =>
        {
            var values = new double[Heads];
            for (var i = 0; i < Heads; i++) values[i] = ctx.Get(heads[i]);
            web.Runs++;
            return values;
        });
        for (var i = 0; i < Heads; i++)
        {
            var index = i;
            var one = web.Compute(ctx => web.Counted(ctx.Get(mux)[index]));
            split[i] = web.Compute(ctx => web.Counted(ctx.Get(one) + 1));
        }
        foreach (var cell in split) web.Observe(cell);
        web.ExpectRuns(effects: Heads, nodes: 2 * Heads + 1);
        return () =>
        {
            for (var factor = 1; factor <= 2; factor++)
                for (var i = 0; i < Writes; i++)
                {
                    web.Write(heads[i], i * factor);
                    web.Expect(split[i], i * factor + 1);
                }
            // Head 0 is 0 throughout. Each other write changes one of what was split, and that is one effect.
            web.ExpectRuns(effects: Runs, nodes: Runs * (1 + Heads + 1));
        };
    }

    private static Action Repeated()
    {
        const int Reads = 30, Writes = 100;
        var web = new Web();
        var head = web.Input(0);
        var sum = web.Compute(ctx =>
        {
            var result = 0.0;
            for (var i = 0; i < Reads; i++) result += ctx.Get(head);
            return web.Counted(result);
        });
        web.Observe(sum);
        return Repeat(web, head, Writes, sum, i => i * Reads, effects: 1, nodes: 1);
    }

    // What is read depends on what was read: half of the runs read one node, half the other.
    private static Action Unstable()
    {
        const int Reads = 20, Writes = 100;
        var web = new Web();
        var head = web.Input(0);
        var twice = web.Compute(ctx => web.Counted(ctx.Get(head) * 2));
        var inverse = web.Compute(ctx => web.Counted(-ctx.Get(head)));
        var sum = web.Compute(ctx =>
        {
            var result = 0.0;
            for (var i = 0; i < Reads; i++) result += (int)ctx.Get(head) % 2 != 0 ? ctx.Get(twice) : ctx.Get(inverse);
            return web.Counted(result);
        });
        web.Observe(sum);
        return Repeat(web, head, Writes, sum, i => i * Reads * (i % 2 != 0 ? 2 : -1), effects: 1, nodes: 2);
    }

    // An iteration: the head is 1, and then what counts up from 0; each write is another value than the one before.
    private static Action Repeat(
        Web web, Cell<double> head, int writes, Cell<double> end, Func<int, double> expected, int effects, int nodes)
    {
        web.Expect(end, expected(0));
        (web.EffectRuns, web.Runs) = (0, 0);
        return () =>
        {
            web.Write(head, 1);
            web.Expect(end, expected(1));
            for (var i = 0; i < writes; i++)
            {
                web.Write(head, i);
                web.Expect(end, expected(i));
            }
            web.ExpectRuns(effects * (writes + 1), nodes * (writes + 1));
        };
    }

    private static double Sum(ComputeContext ctx, Cell<double>[] cells)
    {
        var sum = 0.0;
        foreach (var cell in cells) sum += ctx.Get(cell);
        return sum;
    }

    private static double BusyWork()
    {
        var sum = 0.0;
        for (var i = 0; i < Busy; i++) sum++;
        return sum;
    }
}
