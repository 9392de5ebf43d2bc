using BenchmarkDotNet.Running;
using Recalc.Benchmarks.Kernels;
using Recalc.Benchmarks.Words;

// "routes" races the routes to a field by turns, "kernels" the kernels; everything else is for BenchmarkDotNet.
if (args is ["routes"]) RouteRace.Run(Console.Out);
else if (args is ["kernels"]) KernelRace.Run(Console.Out);
else BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
