using BenchmarkDotNet.Running;
using Recalc.Benchmarks.Words;

// "routes" races the routes to a field by turns; everything else is for BenchmarkDotNet.
if (args is ["routes"]) RouteRace.Run(Console.Out);
else BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
