using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Recalc.Properties.Mutants;

/// <summary>
/// Compiles the engine with a mutant's lines, and loads it with a copy of these tests beside the real one. Nothing is unloaded: a mutant
/// that hangs keeps its thread to the end of the process.
/// </summary>
internal sealed class MutantAssembly : AssemblyLoadContext
{
    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Latest);

    private static readonly Lazy<Dictionary<string, SyntaxTree>> Sources = new(ReadSources);
    private static readonly Lazy<CSharpCompilation> Engine = new(CompileEngine);

    /// <summary>What the build adds to the sources: the implicit usings, and who sees the internals.</summary>
    private const string Added = """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;
        global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;
        [assembly: System.Runtime.CompilerServices.InternalsVisibleTo("Recalc.Properties")]
        """;

    private readonly Assembly _engine;

    /// <param name="mutant">The mutant; null for the engine as it is.</param>
    public MutantAssembly(Mutant? mutant) : base(mutant?.Name ?? "Recalc")
    {
        var image = Compile(mutant);
        _engine = LoadFromStream(image);
        Tests = LoadFromAssemblyPath(typeof(MutantAssembly).Assembly.Location);
    }

    /// <summary>These tests, over the mutant.</summary>
    public Assembly Tests { get; }

    protected override Assembly? Load(AssemblyName assemblyName) => assemblyName.Name switch
    {
        "Recalc" => _engine,
        "Recalc.Reference" => LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, "Recalc.Reference.dll")),
        _ => null,
    };

    private static MemoryStream Compile(Mutant? mutant)
    {
        var compilation = Engine.Value;
        if (mutant is not null)
        {
            if (!Sources.Value.TryGetValue(mutant.File, out var tree)) throw new InvalidOperationException($"There is no {mutant.File}: bring Mutants.md up to date.");
            compilation = compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(mutant.Apply(tree.ToString()), Parsing));
        }
        var image = new MemoryStream();
        var result = compilation.Emit(image);
        if (!result.Success) throw new InvalidOperationException($"{mutant}: {result.Diagnostics.First(d => d.Severity == DiagnosticSeverity.Error)}");
        image.Position = 0;
        return image;
    }

    private static CSharpCompilation CompileEngine()
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(p => !Path.GetFileName(p).StartsWith("Recalc", StringComparison.Ordinal)).Select(p => MetadataReference.CreateFromFile(p));
        var options = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable);
        return CSharpCompilation.Create("Recalc", Sources.Value.Values, references, options);
    }

    private static Dictionary<string, SyntaxTree> ReadSources()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Recalc.sln"))) folder = folder.Parent;
        var root = Path.Combine(folder?.FullName ?? throw new DirectoryNotFoundException("There is no Recalc.sln above the tests."), "src", "Recalc");
        var sources = Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(root, f).Replace('\\', '/'))
            .Where(f => !f.StartsWith("obj/", StringComparison.Ordinal) && !f.StartsWith("bin/", StringComparison.Ordinal))
            .ToDictionary(f => f, f => CSharpSyntaxTree.ParseText(File.ReadAllText(Path.Combine(root, f)), Parsing));
        sources.Add("", CSharpSyntaxTree.ParseText(Added, Parsing));
        return sources;
    }
}
