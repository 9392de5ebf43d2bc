using Recalc.Names;

namespace Recalc.Evaluation;

/// <content>Links to other workbooks, and the cells that were kept of them.</content>
internal sealed partial class Model
{
    private List<LinkedBook> _links;

    /// <summary>Appends a link, which nothing is kept of yet.</summary>
    public LinkedBook AddLink()
    {
        OwnNames();
        var book = new LinkedBook();
        _links.Add(book);
        return book;
    }

    /// <summary>The workbook and the sheet of a qualifier that is <see cref="Linked"/>.</summary>
    public (LinkedBook Book, int Sheet) LinkOf(int qualifier)
    {
        TryFindLink(Pools.Qualifiers[qualifier], out var book, out var sheet);
        return (book!, sheet);
    }

    private bool TryFindLink(Qualifier qualifier, out LinkedBook? book, out int sheet)
    {
        (book, sheet) = (qualifier.LinkNumber > 0 && qualifier.LinkNumber <= _links.Count ? _links[qualifier.LinkNumber - 1] : null, 0);
        return book is not null && !qualifier.IsSpan && qualifier.FirstSheet is { } name && book.TryFind(name, out sheet);
    }
}
