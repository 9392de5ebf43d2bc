using Recalc.Addressing;

namespace Recalc.Syntax;

/// <summary>
/// What the lexer and the parser write into: tokens, references, nodes, diagnostics. A reader of many formulas uses one buffer again
/// and again, so that parsing allocates nothing; a <see cref="SyntaxTree"/> is a copy of it. For one thread.
/// </summary>
internal sealed class SyntaxBuffer
{
    private Token[] _tokens = new Token[64];
    private AreaReference[] _references = new AreaReference[16];
    private SyntaxRecord[] _nodes = new SyntaxRecord[64];
    private DiagnosticRecord[] _diagnostics = new DiagnosticRecord[4];
    private int _tokenCount;
    private int _referenceCount;
    private int _nodeCount;
    private int _diagnosticCount;

    public ReadOnlySpan<Token> Tokens => _tokens.AsSpan(0, _tokenCount);
    public ReadOnlySpan<AreaReference> References => _references.AsSpan(0, _referenceCount);
    public ReadOnlySpan<SyntaxRecord> Nodes => _nodes.AsSpan(0, _nodeCount);
    public ReadOnlySpan<DiagnosticRecord> Diagnostics => _diagnostics.AsSpan(0, _diagnosticCount);
    public bool HasErrors => _diagnosticCount > 0;

    /// <summary>True when a token has no end and took in the rest of the text; what is then not closed is no mistake of its own.</summary>
    public bool IsCutOff { get; set; }

    public void Clear()
    {
        _tokenCount = _referenceCount = _nodeCount = _diagnosticCount = 0;
        IsCutOff = false;
    }

    public void Add(Token token)
    {
        if (_tokenCount == _tokens.Length) Array.Resize(ref _tokens, 2 * _tokenCount);
        _tokens[_tokenCount++] = token;
    }

    public int Add(in AreaReference reference)
    {
        if (_referenceCount == _references.Length) Array.Resize(ref _references, 2 * _referenceCount);
        _references[_referenceCount] = reference;
        return _referenceCount++;
    }

    public void Add(in SyntaxRecord node)
    {
        if (_nodeCount == _nodes.Length) Array.Resize(ref _nodes, 2 * _nodeCount);
        _nodes[_nodeCount++] = node;
    }

    /// <summary>Reports a mistake. The same mistake at the same place is reported once, and past the limit none is.</summary>
    public void Report(DiagnosticCode code, int offset, int length, int detail = 0)
    {
        if (_diagnosticCount >= SyntaxLimits.Diagnostics) return;
        foreach (var earlier in Diagnostics)
            if (earlier.Offset == offset) return;
        if (_diagnosticCount == _diagnostics.Length) Array.Resize(ref _diagnostics, 2 * _diagnosticCount);
        _diagnostics[_diagnosticCount++] = new DiagnosticRecord(code, offset, length, detail);
    }
}
