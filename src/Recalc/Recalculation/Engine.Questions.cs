using Recalc.Graph;

namespace Recalc.Recalculation;

/// <content>What explanations look at.</content>
internal sealed partial class Engine
{
    /// <summary>Who depends on whom by the references of formulas; within the gate alone.</summary>
    public DependencyGraph Graph => _graph;

    /// <summary>What cells read besides; within the gate alone.</summary>
    public DiscoveredReferences Discoveries => _discovered;

    /// <summary>Takes the gate for a question about the graph and the states of cells. Nothing is computed.</summary>
    /// <exception cref="InvalidOperationException">Code that a read calls asks.</exception>
    /// <exception cref="ObjectDisposedException">The workbook was disposed.</exception>
    public Session Ask()
    {
        var session = Enter();
        try
        {
            CheckNotRunning();
            if (HasAwaited) MarkAwaited();
            _graph.Build();
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }
}
