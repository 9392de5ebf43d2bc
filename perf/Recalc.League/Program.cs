using System.Globalization;
using Recalc.League;
using Recalc.League.Workloads;

// League WORKLOAD [SIZE]: runs a workload and prints its figures, a JSON object a line. W7, W9 and steady have one size, and forks 1,000,000 cells unless told otherwise.
var isForks = args is [var name, ..] && name.Equals("forks", StringComparison.OrdinalIgnoreCase);
var size = isForks ? 1_000_000 : 1;
if (args.Length is 0 or > 2 || (args.Length == 1 && !isForks && !WorkloadList.HasOneSize(args[0]))
    || (args.Length == 2 && !int.TryParse(args[1], NumberStyles.None, CultureInfo.InvariantCulture, out size)) || size < 1
    || WorkloadList.Find(args[0]) is not { } workload)
{
    Console.Error.WriteLine($"Usage: Recalc.League WORKLOAD SIZE, where WORKLOAD is one of {string.Join(", ", WorkloadList.Names)}.");
    return 2;
}
foreach (var (peer, metric, value, unit) in workload(size)) Console.WriteLine(new Figure(peer, args[0], size, metric, value, unit).ToJson());
return 0;
