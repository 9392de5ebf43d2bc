using System.Collections.Concurrent;
using Recalc.Evaluation;
using Recalc.Graph;

namespace Recalc.Recalculation;

/// <summary>The workspaces of a family of workbooks: as many as ever worked at once. Thread-safe.</summary>
internal sealed class WorkspacePool
{
    private readonly ConcurrentBag<Workspace> _resting = [];

    /// <summary>The workspace that was given back last; null when it is at work.</summary>
    private Workspace? _recent;

    /// <summary>True once there was a fork: then workspaces are given back after each edit and read.</summary>
    public bool IsCrowded { get; set; }

    public Workspace Take(Model model, DependencyGraph graph, DiscoveredReferences discovered, EvaluationLimits limits)
    {
        var workspace = Interlocked.Exchange(ref _recent, null);
        if (workspace is null && !_resting.TryTake(out workspace)) return new Workspace(model, graph, discovered, limits);
        workspace.Attach(model, graph, discovered);
        return workspace;
    }

    public void Give(Workspace workspace)
    {
        if (Interlocked.CompareExchange(ref _recent, workspace, null) is not null) _resting.Add(workspace);
    }
}
