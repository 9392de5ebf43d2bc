using System.IO.Compression;

namespace Recalc.Repl.Checking;

/// <summary>A file of cases: an object a line, <c>.jsonl</c> or <c>.jsonl.gz</c>, in the folder <c>cases/SOURCE</c>.</summary>
internal sealed class CaseFile
{
    private const string Extension = ".jsonl";
    private const string Compressed = ".gz";
    private const string OldExtension = ".xls";

    private readonly string _name;
    private readonly string _workbooks;

    public CaseFile(string path)
    {
        Path = System.IO.Path.GetFullPath(path);
        var source = System.IO.Path.GetDirectoryName(Path)!;
        _name = System.IO.Path.GetFileName(Path);
        _name = _name.EndsWith(Compressed, StringComparison.OrdinalIgnoreCase) ? _name[..^Compressed.Length] : _name;
        _name = _name.EndsWith(Extension, StringComparison.OrdinalIgnoreCase) ? _name[..^Extension.Length] : _name;
        Source = System.IO.Path.GetFileName(source);
        _workbooks = System.IO.Path.Combine(source, "..", "..", "files", Source);
    }

    /// <summary>Where the file is.</summary>
    public string Path { get; }

    /// <summary>The name of its folder: whose cases these are.</summary>
    public string Source { get; }

    /// <summary>
    /// The workbook that the cases are from: below <c>files/SOURCE</c>, by the file's name without <c>.jsonl</c>, or the xlsx that was made
    /// of it; null for cases of their own.
    /// </summary>
    /// <exception cref="FileNotFoundException">The file is named after a workbook that is not there.</exception>
    public string? FindWorkbook()
    {
        var isOld = _name.EndsWith(OldExtension, StringComparison.OrdinalIgnoreCase);
        string[] candidates = isOld
            ? [System.IO.Path.Combine("converted-xlsx", System.IO.Path.ChangeExtension(_name, ".xlsx"))]
            : [_name, _name + ".xlsx", System.IO.Path.Combine("converted-xlsx", _name)];
        foreach (var candidate in candidates)
            if (System.IO.Path.GetFullPath(System.IO.Path.Combine(_workbooks, candidate)) is var path && File.Exists(path)) return path;
        return isOld || System.IO.Path.GetExtension(_name) is ".xlsx" or ".xlsm" or ".xltx"
            ? throw new FileNotFoundException($"There is no workbook {candidates[0]} in {System.IO.Path.GetFullPath(_workbooks)}.")
            : null;
    }

    /// <summary>The lines that are not empty.</summary>
    public IEnumerable<string> Lines()
    {
        using var file = File.OpenRead(Path);
        var isCompressed = Path.EndsWith(Compressed, StringComparison.OrdinalIgnoreCase);
        using var stream = isCompressed ? new GZipStream(file, CompressionMode.Decompress) : (Stream)file;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            if (line.Length > 0) yield return line;
    }
}
