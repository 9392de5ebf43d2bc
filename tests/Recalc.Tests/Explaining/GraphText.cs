using QuikGraph;
using Recalc.Explaining;

namespace Recalc.Tests.Explaining;

/// <summary>Graphs as texts that tests compare.</summary>
internal static class GraphText
{
    /// <summary>The vertices in their order.</summary>
    public static string VerticesOf(PlaceGraph graph) => string.Join(", ", graph.Vertices);

    /// <summary>The edges in their order; their ends say the same.</summary>
    public static string EdgesOf(PlaceGraph graph)
    {
        CheckEnds(graph);
        return string.Join(", ", graph.Edges.Select(e => $"{e.Source} -> {e.Target}"));
    }

    /// <summary>Whatever way edges are asked for, they are the same, and none is there twice.</summary>
    public static void CheckEnds(PlaceGraph graph)
    {
        List<SEquatableEdge<Place>> edges = [.. graph.Edges];
        List<Place> vertices = [.. graph.Vertices];
        Assert.Equal(edges.Count, edges.Distinct().Count());
        Assert.Equal(vertices.Count, vertices.Distinct().Count());
        var isIn = graph.Vertices.SelectMany(graph.InEdges).ToList();
        Assert.Equal(edges.Count, isIn.Count);
        Assert.True(edges.ToHashSet().SetEquals(isIn), $"Out: {string.Join(", ", edges)}; in: {string.Join(", ", isIn)}");
        Assert.Equal((vertices.Count, edges.Count), (graph.VertexCount, graph.EdgeCount));
        Assert.All(edges, e => Assert.True(graph.ContainsVertex(e.Source) && graph.ContainsVertex(e.Target)));
    }
}
