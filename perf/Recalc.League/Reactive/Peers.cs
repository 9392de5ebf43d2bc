using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;

namespace Recalc.League.Reactive;

/// <summary>
/// The packages that the shapes are run beside: scripts that lie beside the League's assembly, where npm installs what they need once. Each
/// case is a process of its own, so that no shape meets code that another one has made the compiler doubt.
/// </summary>
internal static class Peers
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Reactive", "peers");

    /// <summary>The packages, under the names that figures have them by.</summary>
    public static IReadOnlyList<string> Names { get; } = ["alien-signals", "@preact/signals-core"];

    /// <summary>Installs the packages unless they are there. False when npm or node is missing, or the packages cannot be had.</summary>
    public static bool TryInstall()
    {
        var isThere = Names.All(n => Directory.Exists(Path.Combine([Folder, "node_modules", .. n.Split('/')])));
        var npm = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
        return TryRun("node", ["--version"], out _)
            && (isThere || TryRun(npm, ["install", "--no-audit", "--no-fund", "--no-package-lock"], out _));
    }

    /// <summary>Runs a case on a package: its figure, or why there is none.</summary>
    public static (double Value, string? Failure) Run(string peer, string name)
    {
        if (!TryRun("node", ["--expose-gc", "shapes.mjs", peer, name], out var output)) return (double.NaN, "the process failed");
        using var answer = JsonDocument.Parse(output);
        if (answer.RootElement.TryGetProperty("failed", out var failure)) return (double.NaN, failure.GetString());
        return (answer.RootElement.GetProperty("value").GetDouble(), null);
    }

    private static bool TryRun(string program, string[] arguments, out string output)
    {
        output = "";
        try
        {
            var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Folder, RedirectStandardOutput = true };
            using var process = Process.Start(start);
            if (process is null) return false;
            output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;                                                       // there is no such program
        }
    }
}
