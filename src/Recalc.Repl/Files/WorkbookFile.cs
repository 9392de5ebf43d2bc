using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using Recalc.Excel;
using Recalc.Repl.Output;

namespace Recalc.Repl.Files;

/// <summary>Opens workbooks for the commands; what cannot be read is said on standard error.</summary>
internal static class WorkbookFile
{
    public static bool TryOpen(string path, Terminal terminal, [NotNullWhen(true)] out OpenedFile? opened)
    {
        opened = null;
        try
        {
            var start = Stopwatch.GetTimestamp();
            var workbook = terminal.WithProgress(Path.GetFileName(path), progress => XlsxReader.Read(path, progress: progress));
            opened = new OpenedFile(workbook, Stopwatch.GetElapsedTime(start));
            return true;
        }
        catch (WorkbookFormatException e)
        {
            terminal.Error.WriteLine($"recalc: {e.Message}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            terminal.Error.WriteLine($"recalc: {path}: {e.Message}");
        }
        return false;
    }
}
