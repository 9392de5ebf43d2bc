namespace Recalc.Repl.Tests;

/// <summary>A folder for the files of one test, which goes with it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("recalc-").FullName;

    public string PathOf(params string[] parts) => Path.Combine([_path, .. parts]);

    /// <summary>Writes a file, and the folders it is in; returns its path.</summary>
    public string Write(byte[] content, params string[] parts)
    {
        var path = PathOf(parts);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
        return path;
    }

    public string Write(string content, params string[] parts) => Write(System.Text.Encoding.UTF8.GetBytes(content), parts);

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
