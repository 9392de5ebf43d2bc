using Recalc.Addressing;
using Recalc.Graph;

namespace Recalc.Tests.Graph;

public class NodeStoreTests
{
    [Fact]
    public void Nodes_fill_the_first_column_of_the_names_sheet_and_then_the_next_ones()
    {
        foreach (var (node, cell) in new[] { (0, new CellAddress(0, 0)), (SheetLimits.Rows - 1, new(0, SheetLimits.Rows - 1)), (SheetLimits.Rows, new(1, 0)) })
        {
            Assert.Equal(cell, NodeStore.CellOf(node));
            Assert.Equal(node, NodeStore.NodeOf(cell));
        }
    }

    [Fact]
    public void Sources_come_in_the_order_in_which_they_were_read()
    {
        var store = Store(5);
        Assert.Equal([1, 2, 3], Read(store, 0, 1, 2, 3));
        Assert.Equal([1, 4, 2], Read(store, 0, 1, 4, 2));
        Assert.Equal([], ReadersOf(store, 3));
        Assert.Equal([0], ReadersOf(store, 4));
        Assert.Equal([2], Read(store, 0, 2, 2));
        Assert.Equal([], Read(store, 0));
        for (var node = 1; node < 5; node++) Assert.Equal([], ReadersOf(store, node));
    }

    [Fact]
    public void Links_that_are_free_are_used_again()
    {
        var store = Store(100);
        Read(store, 0, Enumerable.Range(1, 99).ToArray());
        var used = store.Links;
        for (var round = 0; round < 10; round++)
        {
            Read(store, 0);
            Assert.Equal(Enumerable.Range(1, 99), Read(store, 0, [.. Enumerable.Range(1, 99), .. Enumerable.Range(1, 99)]));
        }
        Assert.Equal(used, store.Links);
    }

    [Fact]
    public void A_fork_changes_its_own_links_alone()
    {
        var store = Store(5);
        Read(store, 0, 1, 2);
        var fork = store.Fork();
        Read(fork, 0, 3);
        Read(store, 4, 1);
        Assert.Equal([1, 2], SourcesOf(store, 0));
        Assert.Equal([3], SourcesOf(fork, 0));
        Assert.Equal([4, 0], ReadersOf(store, 1));
        Assert.Equal([], ReadersOf(fork, 1));
    }

    private static NodeStore Store(int count)
    {
        var store = new NodeStore();
        for (var i = 0; i < count; i++) store.Add(null, 0, NodeFlags.None, 0);
        return store;
    }

    private static List<int> Read(NodeStore store, int reader, params int[] sources)
    {
        var run = new NodeRun(reader, 0, store[reader].FirstSource);
        foreach (var source in sources) store.Record(ref run, source);
        store.Trim(reader, run.Cursor);
        return SourcesOf(store, reader);
    }

    private static List<int> SourcesOf(NodeStore store, int reader)
    {
        var sources = new List<int>();
        for (var link = store[reader].FirstSource; link != 0; link = store.Link(link).NextSource) sources.Add(store.Link(link).Source);
        return sources;
    }

    private static List<int> ReadersOf(NodeStore store, int source)
    {
        var readers = new List<int>();
        for (var link = store[source].FirstReader; link != 0; link = store.Link(link).NextReader) readers.Add(store.Link(link).Reader);
        return readers;
    }
}
