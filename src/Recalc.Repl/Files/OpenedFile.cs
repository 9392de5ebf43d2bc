namespace Recalc.Repl.Files;

/// <summary>A workbook that was read, and how long that took.</summary>
internal sealed record OpenedFile(Workbook Workbook, TimeSpan LoadTime);
