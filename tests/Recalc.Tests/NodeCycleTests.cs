using Recalc.Addressing;
using Recalc.Tests.Explaining;
using Recalc.Values;

namespace Recalc.Tests;

public class NodeCycleTests
{
    [Fact]
    public void Nodes_among_formulas_that_rest_on_themselves_come_to_an_end()
    {
        for (var seed = 0; seed < 150; seed++)
        {
            var book = Mix(seed);
            book.Recalculate();                                                 // debug builds check what must hold
            book.Sheets[0][CellAddress.Parse("A5")] = seed;
            book.Recalculate();
        }
    }

    // Names and nodes that read rectangles of random formulas, and formulas above these that read the nodes, each read as soon as it is there.
    private static Workbook Mix(int seed)
    {
        var (random, cells) = (new Random(1000 + seed), new RandomModel(seed));
        var book = cells.Book;
        foreach (var sheet in book.Sheets)
            foreach (var cell in RandomModel.Cells)
                if (sheet.GetFormula(cell) is null && random.Next(2) == 0) sheet[cell] = 1;
        for (var i = 0; i < 3; i++) book[$"name{i}"] = i;
        for (var i = 1; i < 3; i++) book.SetFormula($"name{i}", $"=SUM({(random.Next(2) == 0 ? "S" : "'T 2'")}!{Area(random)})+name{i - 1}");
        var nodes = Enumerable.Range(0, 3).Select(_ => AddNode(book, random)).ToList();
        for (var i = 0; i < 4; i++) AddReader(book, i, nodes, random);
        foreach (var node in nodes) book.Get(node);
        return book;
    }

    private static Cell<CellValue> AddNode(Workbook book, Random random)
    {
        var (area, sheet, name) = (Area(random), book.Sheets[random.Next(2)], $"name{random.Next(3)}");
        return book.Compute<CellValue>(ctx =>
        {
            ctx.Get(sheet, area, new double[area.Count]);
            return ctx[name];
        });
    }

    private static void AddReader(Workbook book, int number, List<Cell<CellValue>> nodes, Random random)
    {
        var (name, inner) = ($"name{random.Next(3)}", nodes[random.Next(nodes.Count)]);
        book.Compute<CellValue>($"node{number}", ctx => ctx.Get(inner));
        book.Sheets[number % 2].SetFormula(new CellAddress(1 + number, 1), $"={name}+node{number}+A1");
        _ = book[$"node{number}"];
    }

    private static CellRange Area(Random random)
    {
        var (column, row) = (random.Next(4), random.Next(3, 10));
        return new CellRange(column, row, column + random.Next(2), row + random.Next(3));
    }
}
