using System.Diagnostics;

namespace Recalc.League.Models;

/// <summary>
/// Runs one model in Recalc and as a hand-written loop, in one process and in alternating rounds, and holds the two against each other:
/// a checksum that differs is an exception, and no figure is printed.
/// </summary>
internal sealed class Duel(int size, Func<int, EngineModel> makeEngine, Func<int, LoopModel> makeLoop)
{
    private const string Engine = "recalc", Loop = "LowerBound";
    private const int Rounds = 5, WarmSize = 4000;
    private const double LimitSeconds = 30, Tolerance = 1e-9;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1.5);

    private readonly Timing _build = new(), _full = new(), _again = new(), _fullRead = new(), _againRead = new(), _loopFull = new(), _loopAgain = new();

    public static IEnumerable<(string Peer, string Metric, double Value, string Unit)> Run(
        int size, Func<int, EngineModel> engine, Func<int, LoopModel> loop) => new Duel(size, engine, loop).Run();

    private IEnumerable<(string Peer, string Metric, double Value, string Unit)> Run()
    {
        for (var start = Stopwatch.StartNew(); start.Elapsed < WarmUp;) Warm(Math.Min(size, WarmSize));
        for (var round = 0; round < Rounds && _full.Total + _loopFull.Total < LimitSeconds; round++) Round();
        foreach (var figure in Calculations()) yield return figure;
        foreach (var figure in Edits()) yield return figure;
        var (kept, bytes) = Measure.KeptBytes(() => Calculated(makeEngine(size)));
        yield return (Engine, "bytes_per_cell", (double)bytes / kept.Book.GetStatistics().Cells, "B");
        var (arrays, loopBytes) = Measure.KeptBytes(() => Calculated(makeLoop(size)));
        yield return (Loop, "bytes_per_cell", (double)loopBytes / kept.Book.GetStatistics().Cells, "B");
        GC.KeepAlive(arrays);
    }

    private void Warm(int small)
    {
        var (engine, loop) = (makeEngine(small), makeLoop(small));
        engine.Calculate();
        loop.Calculate();
        Agree(engine.Read(), loop.Read());
        engine.Forget();
        engine.Read();
        for (var i = 0; i < engine.Edits.Count; i++)
            for (var k = 0; k < 3; k++) Agree(Once(engine.Edits[i], k), Once(loop.Edits[i], k));
    }

    // Fresh models every time, and the garbage of those before collected.
    private void Round()
    {
        EngineModel? engine = null;
        _build.Run(() => engine = makeEngine(size));
        Settle();
        _full.Run(engine!.Calculate);
        var checksum = engine.Read();
        _again.Run(() => { engine.Forget(); engine.Calculate(); });
        Agree(engine.Read(), checksum);
        if (engine.ReadsAll)
        {
            engine = makeEngine(size);
            Settle();
            _fullRead.Run(() => engine.Read());
            Agree(engine.Read(), checksum);
            _againRead.Run(() => { engine.Forget(); engine.Read(); });
            Agree(engine.Read(), checksum);
        }
        engine = null;
        var loop = makeLoop(size);
        Settle();
        _loopFull.Run(loop.Calculate);
        Agree(checksum, loop.Read());
        _loopAgain.Run(loop.Calculate);
    }

    private IEnumerable<(string Peer, string Metric, double Value, string Unit)> Calculations()
    {
        yield return (Engine, "rounds", _full.Count, "");
        yield return (Engine, "build_ms", _build.Wall * 1e3, "ms");
        foreach (var (name, engine, loop) in new[]
        {
            ("full_calc", _full, _loopFull), ("recalc", _again, _loopAgain), ("full_calc_by_read", _fullRead, _loopFull), ("recalc_by_read", _againRead, _loopAgain),
        })
        {
            if (engine.Count == 0) continue;
            yield return (Engine, $"{name}_ms", engine.Wall * 1e3, "ms");
            yield return (Engine, $"{name}_cpu_ms", engine.Processor * 1e3, "ms");
            var ratio = name == "full_calc" ? "" : $"{name}_";
            yield return (Engine, $"{ratio}ratio_to_loop", engine.Wall / loop.Wall, "");
            yield return (Engine, $"{ratio}cpu_ratio_to_loop", engine.Processor / loop.Processor, "");
        }
        yield return (Loop, "full_calc_ms", _loopFull.Wall * 1e3, "ms");
        yield return (Loop, "full_calc_cpu_ms", _loopFull.Processor * 1e3, "ms");
        yield return (Loop, "recalc_ms", _loopAgain.Wall * 1e3, "ms");
        yield return (Loop, "recalc_cpu_ms", _loopAgain.Processor * 1e3, "ms");
    }

    // All edits of a peer together: between its edits the other would take its lines out of the processor's caches.
    private IEnumerable<(string Peer, string Metric, double Value, string Unit)> Edits()
    {
        var engine = Calculated(makeEngine(size));
        var formulas = engine.Book.GetStatistics().Formulas;
        yield return (Engine, "formulas", formulas, "");
        yield return (Engine, "full_calc_cpu_ns_per_formula", _full.Processor * 1e9 / formulas, "ns");
        yield return (Engine, "recalc_cpu_ns_per_formula", _again.Processor * 1e9 / formulas, "ns");
        if (engine.ReadsAll) yield return (Engine, "full_calc_by_read_cpu_ns_per_formula", _fullRead.Processor * 1e9 / formulas, "ns");
        var ours = engine.Edits.Select(EditTiming.Of).ToList();
        var loop = Calculated(makeLoop(size));
        for (var i = 0; i < ours.Count; i++)
        {
            var theirs = EditTiming.Of(loop.Edits[i]);
            foreach (var (a, b) in ours[i].Values.Zip(theirs.Values)) Agree(a, b);
            var edit = engine.Edits[i];
            foreach (var figure in Edits(Engine, edit, ours[i])) yield return figure;
            foreach (var figure in Edits(Loop, edit, theirs)) yield return figure;
        }
    }

    private static IEnumerable<(string Peer, string Metric, double Value, string Unit)> Edits(string peer, CellEdit edit, EditTiming timing)
    {
        var seconds = edit.ReadAlone ? timing.Read : timing.Both;
        yield return (peer, $"{edit.Name}_ms", seconds * 1e3, "ms");
        yield return (peer, $"{edit.Name}_us", seconds * 1e6, "us");
        yield return (peer, $"{edit.Name}_set_us", timing.Set * 1e6, "us");
        yield return (peer, $"{edit.Name}_read_us", timing.Read * 1e6, "us");
        if (!double.IsNaN(timing.Processor)) yield return (peer, $"{edit.Name}_cpu_us", timing.Processor * 1e6, "us");
    }

    private static T Calculated<T>(T model) where T : IModel
    {
        model.Calculate();
        return model;
    }

    private static double Once(CellEdit edit, int k)
    {
        edit.Prepare?.Invoke();
        edit.Set(k);
        return edit.Read();
    }

    private static void Settle()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
    }

    private static void Agree(double one, double other)
    {
        if (!(Math.Abs(one - other) <= Tolerance * Math.Max(Math.Abs(one), Math.Abs(other))))
            throw new InvalidOperationException($"The checksums differ: {one:R} and {other:R}.");
    }
}
