using Recalc.Addressing;
using Recalc.Graph;

namespace Recalc.Explaining;

/// <summary>
/// Says whether regions that read one another may be a ring, by how far their formulas look along rows and columns: where none looks back, a ring stays within the row or
/// column, and where each looks ahead there is none. For one question, within the gate.
/// </summary>
/// <param name="book">The workbook.</param>
/// <param name="members">The regions, names, nodes and arrays.</param>
internal sealed class LookFinder(Workbook book, HashSet<GridRange> members)
{
    /// <summary>That a region reads another, and the least and the most that a row or column of what is read lies behind that of its reader.</summary>
    private readonly record struct Look(GridRange Reader, GridRange Source, int LeastRow, int MostRow, int LeastColumn, int MostColumn);

    private readonly List<Look> _looks = [];
    private readonly VertexReader _divider = new(book.Model);

    /// <summary>False when no cell rests on itself.</summary>
    /// <param name="isCertain">True when every member is a single vertex, so that all of them are one ring.</param>
    public bool IsRing(out bool isCertain)
    {
        isCertain = members.All(IsSingle);
        if (isCertain && members.Count > 1) return true;
        var references = new ReferenceReader(book.Engine);
        foreach (var member in members)
        {
            if (book.Model[member.Grid].Regions.TryFind(member.Range.First, out var region) && region.Kind == RegionKind.Fill) AddLooks(references, member, region);
            else AddRead(references, member);
        }
        return isCertain ? _looks.Count > 0 : !IsAcyclic(_looks);
    }

    private bool IsSingle(GridRange member) =>
        member.Range.Count == 1 || (book.Model[member.Grid].Regions.TryFind(member.Range.First, out var region) && region.Kind != RegionKind.Fill);

    private void AddLooks(ReferenceReader references, GridRange member, in Region region)
    {
        foreach (var reference in references.ReferencesOf(member.Grid, region))
        {
            if (!ReferenceReader.TryCover(reference.Area, member.Range, out var covered)) continue;
            foreach (var source in SourcesIn(new GridRange(reference.Grid, covered)))
            {
                if (!source.Range.TryIntersect(covered, out var common)) continue;
                var (first, last) = (member.Range.First, member.Range.Last);
                var rows = Between(reference.Area.Row1, reference.Area.Row2, first.Row, last.Row, common.First.Row, common.Last.Row);
                var columns = Between(reference.Area.Column1, reference.Area.Column2, first.Column, last.Column, common.First.Column, common.Last.Column);
                _looks.Add(new Look(member, source, rows.Least, rows.Most, columns.Least, columns.Most));
            }
        }
        var discovered = new List<GridRange>();
        book.Engine.Discoveries.AddReferences(member, discovered);
        AddAll(member, discovered);
    }

    private void AddRead(ReferenceReader references, GridRange member)
    {
        var read = new List<GridRange>();
        references.AddPrecedents(member, read);
        AddAll(member, read);
    }

    // Of these nothing is known but what they meet.
    private void AddAll(GridRange member, List<GridRange> read)
    {
        foreach (var cells in read)
            foreach (var source in SourcesIn(cells)) _looks.Add(new Look(member, source, int.MinValue, int.MaxValue, int.MinValue, int.MaxValue));
    }

    private IEnumerable<GridRange> SourcesIn(GridRange cells) => _divider.RegionsOf(cells).Where(members.Contains);

    // How far what an axis of a reference says lies behind those who have it, as far as it lies within an interval.
    private static (int Least, int Most) Between(Coordinate end1, Coordinate end2, int first, int last, int low, int high)
    {
        var least = Math.Min(end1.At(last) - last, end2.At(last) - last);
        var most = Math.Max(end1.At(first) - first, end2.At(first) - first);
        return (Math.Max(least, low - last), Math.Min(most, high - first));
    }

    private static bool IsAcyclic(List<Look> looks)
    {
        while (true)
        {
            if (looks.Count == 0 || IsForest(looks)) return true;
            var left = looks;
            if (looks.TrueForAll(l => l.MostRow <= 0)) left = looks.FindAll(l => l.MostRow == 0);
            else if (looks.TrueForAll(l => l.LeastRow >= 0)) left = looks.FindAll(l => l.LeastRow == 0);
            if (left.Count == looks.Count)
            {
                if (looks.TrueForAll(l => l.MostColumn <= 0)) left = looks.FindAll(l => l.MostColumn == 0);
                else if (looks.TrueForAll(l => l.LeastColumn >= 0)) left = looks.FindAll(l => l.LeastColumn == 0);
            }
            if (left.Count == looks.Count) return false;
            looks = left;
        }
    }

    // True when no region leads back to itself: what reads nothing of the others is taken away until nothing is left.
    private static bool IsForest(List<Look> looks)
    {
        while (looks.Count > 0)
        {
            var readers = looks.Select(l => l.Reader).ToHashSet();
            var left = looks.FindAll(l => readers.Contains(l.Source));
            if (left.Count == looks.Count) return false;
            looks = left;
        }
        return true;
    }
}
