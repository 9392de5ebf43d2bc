namespace Recalc.League.Reactive;

/// <summary>
/// Creating effects, each of so many inputs, and running each once: nanoseconds of an effect. The inputs are there before, and were read
/// three times. Effects are given back by the garbage collector here, which is not timed; disposing those of the packages is not either.
/// </summary>
internal static class CreateShapes
{
    private const int Count = 100_000, Million = 1_000_000, Thousand = 1_000;

    private const string CostOfCreation = "a node is added and read through the gate; its closure holds handles of 16 bytes";
    private const string CostOfMemory = "a delegate is 64 bytes, a closure 32 and more, a node 32, an edge 20";

    /// <summary>How often effects ran. Static, so that no closure has to hold it.</summary>
    private static int s_runs;

    public static IEnumerable<ReactiveCase> All { get; } =
    [
        CaseOf("create_0to1", new Config(Count, 0, 1)),
        CaseOf("create_1to1", new Config(Count, 1, 1)),
        CaseOf("create_2to1", new Config(Count / 2, 2, 1)),
        CaseOf("create_4to1", new Config(Count / 4, 4, 1)),
        CaseOf("create_1000to1", new Config(Count / Thousand, Thousand, 1)),
        CaseOf("create_1to2", new Config(Count, 1, 2)),
        CaseOf("create_1to4", new Config(Count, 1, 4)),
        CaseOf("create_1to8", new Config(Count, 1, 8)),
        CaseOf("create_1to1000", new Config(Count, 1, Thousand)),
        CaseOf("create_1M_1to1", OneToOne),
        CaseOf("create_1M_1to1000", OneToThousand),
        CaseOf("create_1M_1000to1", ThousandToOne),
        new ReactiveCase("bytes_per_node_1to1", "B", CostOfMemory, () => BytesOfAll(OneToOne)),
        new ReactiveCase("bytes_per_node_1to1000", "B", CostOfMemory, () => BytesOfAll(OneToThousand)),
        new ReactiveCase("bytes_per_node_1000to1", "B", CostOfMemory, () => BytesOfAll(ThousandToOne)),
        new ReactiveCase("bytes_per_effect_1to1", "B", CostOfMemory, () => BytesOfEffects(OneToOne)),
    ];

    private static Config OneToOne => new(Million, 1, 1);

    private static Config OneToThousand => new(Million, 1, Thousand);

    private static Config ThousandToOne => new(Million / Thousand, Thousand, 1);

    private static ReactiveCase CaseOf(string name, Config config) => new(name, "ns", CostOfCreation, () =>
        FastestOf.Ten(() => new Started(config), s => s.Create(config)) * 1e9 / config.Effects);

    // Everything over all nodes, inputs included in both. Closures and delegates are among it; handles that nobody needs any more are not.
    private static double BytesOfAll(Config config)
    {
        var (_, bytes) = Measure.KeptBytes(() =>
        {
            var started = new Started(config);
            started.Create(config);
            return started.Book;
        });
        return bytes / ((double)config.Effects + config.Inputs);
    }

    // What effects add to inputs that are there already.
    private static double BytesOfEffects(Config config)
    {
        var started = new Started(config);
        var (_, bytes) = Measure.KeptBytes(() =>
        {
            started.Create(config);
            return started;
        });
        return bytes / (double)config.Effects;
    }

    /// <summary>What is created.</summary>
    /// <param name="Effects">How many effects.</param>
    /// <param name="Sources">How many inputs each reads.</param>
    /// <param name="Readers">How many effects read each input.</param>
    private sealed record Config(int Effects, int Sources, int Readers)
    {
        public int Inputs => Effects * Sources / Readers;
    }

    /// <summary>A workbook with the inputs.</summary>
    private sealed class Started
    {
        private readonly Cell<double>[] _inputs;

        public Started(Config config)
        {
            _inputs = new Cell<double>[config.Inputs];
            for (var i = 0; i < _inputs.Length; i++) _inputs[i] = Book.Input((double)i);
            foreach (var input in _inputs)
                for (var read = 0; read < 3; read++) Book.Get(input);
        }

        public Workbook Book { get; } = new();

        public void Create(Config config)
        {
            s_runs = 0;
            var inputs = _inputs;
            for (var i = 0; i < config.Effects; i++)
            {
                switch (config.Sources)
                {
                    case 0: Of0(i); break;
                    case 1: Of1(inputs[i / config.Readers]); break;
                    case 2: Of2(inputs[2 * i], inputs[2 * i + 1]); break;
                    case 4: Of4(inputs[4 * i], inputs[4 * i + 1], inputs[4 * i + 2], inputs[4 * i + 3]); break;
                    default: OfMany(inputs, i * config.Sources, config.Sources); break;
                }
            }
            if (s_runs != config.Effects) Web.Wrong("effect runs", s_runs, config.Effects);
        }

        private void Of0(double value) => Book.Get(Book.Compute(ctx => Counted(value)));

        private void Of1(Cell<double> a) => Book.Get(Book.Compute(ctx => Counted(ctx.Get(a))));

        private void Of2(Cell<double> a, Cell<double> b) => Book.Get(Book.Compute(ctx => Counted(ctx.Get(a) + ctx.Get(b))));

        private void Of4(Cell<double> a, Cell<double> b, Cell<double> c, Cell<double> d) =>
            Book.Get(Book.Compute(ctx => Counted(ctx.Get(a) + ctx.Get(b) + ctx.Get(c) + ctx.Get(d))));

        private void OfMany(Cell<double>[] inputs, int first, int count) => Book.Get(Book.Compute(ctx =>
        {
            var sum = 0.0;
            for (var i = 0; i < count; i++) sum += ctx.Get(inputs[first + i]);
            return Counted(sum);
        }));

        private static double Counted(double value)
        {
            s_runs++;
            return value;
        }
    }
}
