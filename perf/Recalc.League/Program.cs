using System.Globalization;
using Recalc.League;
using Recalc.League.Workloads;

// League WORKLOAD SIZE: runs a workload and prints its figures, a JSON object a line.
if (args.Length != 2 || !int.TryParse(args[1], NumberStyles.None, CultureInfo.InvariantCulture, out var size) || size < 1
    || WorkloadList.Find(args[0]) is not { } workload)
{
    Console.Error.WriteLine($"Usage: Recalc.League WORKLOAD SIZE, where WORKLOAD is one of {string.Join(", ", WorkloadList.Names)}.");
    return 2;
}
foreach (var (peer, metric, value, unit) in workload(size)) Console.WriteLine(new Figure(peer, args[0], size, metric, value, unit).ToJson());
return 0;
