using Recalc.Addressing;
using Recalc.Scripts;
using Recalc.Storage;

namespace Recalc.Graph;

/// <summary>
/// The regions of a sheet. A formula that is set in a cell becomes a region of one cell, which joins a neighbour when both have the same
/// formula and together make a rectangle; the smaller one is renumbered, so filling in any direction or order costs O(1) amortised a
/// cell (O(log n) for the worst orders). For one writer.
/// </summary>
internal sealed partial class RegionMap
{
    private const int WidthBits = 4;

    /// <summary>
    /// The numbers of the cells. The columns of level n are 16ⁿ of the sheet's wide. A fill lies in level 0; a fixed rectangle in the
    /// widest columns that it fills, which are fewer than a hundred. A cell has a number in one level alone.
    /// </summary>
    private SparseArray<StretchColumn>[] _levels = [new(), new(), new(), new()];

    /// <summary>How many levels are in use.</summary>
    private int _height = 1;

    /// <summary>The regions by number; a number in <see cref="_free"/> is not in use.</summary>
    private Region[] _regions = new Region[16];
    private Stack<int> _free = new();

    /// <summary>True when everything is a fork's, too, and is copied before it changes.</summary>
    private bool _isShared;

    /// <summary>How many arrays and spills were ever set: most sheets have none.</summary>
    private int _fixed;
    private int _end;

    /// <summary>How many regions there are.</summary>
    public int Count => _end - _free.Count;

    /// <summary>The regions, in no particular order.</summary>
    public IEnumerable<Region> Regions
    {
        get
        {
            var free = _free.ToHashSet();
            for (var number = 0; number < _end; number++)
                if (!free.Contains(number)) yield return _regions[number];
        }
    }

    /// <summary>
    /// How many connected sets of cells with the same formula there are: no division into rectangles can have fewer. Takes time in
    /// proportion to the stretches.
    /// </summary>
    public int CountConnected()
    {
        var parents = Enumerable.Range(0, _end).ToArray();
        var count = Count;
        StretchColumn? left = null;
        var leftIndex = -2;
        foreach (var (index, column) in _levels[0].Filled)
        {
            foreach (var (a, b) in Touching(index == leftIndex + 1 ? left : null, column))
                if (AreAlike(a, b) && Connect(parents, a, b)) count--;
            (left, leftIndex) = (column, index);
        }
        return count;
    }

    /// <summary>The region of a cell; false when it has none.</summary>
    public bool TryFind(CellAddress cell, out Region region)
    {
        var number = Find(cell.Column, cell.Row);
        region = number < 0 ? default : _regions[number];
        return number >= 0;
    }

    /// <summary>True when there may be arrays or spills.</summary>
    public bool HasFixed => _fixed > 0;

    /// <summary>True when a cell of a rectangle has a formula.</summary>
    public bool HasAny(CellRange range)
    {
        for (var level = 0; level < _height; level++)
        {
            var bits = level * WidthBits;
            for (var column = range.First.Column >> bits; column <= range.Last.Column >> bits; column++)
                if (_levels[level][column] is { } rows && rows.HasAny(range.First.Row, range.Last.Row)) return true;
        }
        return false;
    }

    /// <summary>A cell of a rectangle that has a formula of another region; false when there is none.</summary>
    public bool TryFindOther(CellRange range, Region own, out CellAddress cell)
    {
        cell = default;
        foreach (var number in Crossing(range))
        {
            if (_regions[number] == own || !_regions[number].Range.TryIntersect(range, out var common)) continue;
            cell = common.First;
            return true;
        }
        return false;
    }

    /// <summary>The arrays and spills that meet a rectangle.</summary>
    public List<Region> FindFixed(CellRange range)
    {
        var found = new List<Region>();
        if (_fixed == 0) return found;
        foreach (var number in Crossing(range))
            if (_regions[number].Kind != RegionKind.Fill) found.Add(_regions[number]);
        return found;
    }

    /// <summary>Sets a formula in a cell.</summary>
    public void Set(CellAddress cell, FormulaId formula)
    {
        var (column, row) = (cell.Column, cell.Row);
        var number = Find(column, row);
        if (number >= 0)
        {
            if (_regions[number].Kind == RegionKind.Fill && _regions[number].Formula == formula) return;
            Clear(cell);
        }
        Own();
        if (TryExtend(column, row, formula)) return;
        number = Add(new Region(column, row, column, row, formula, RegionKind.Fill));
        Enter(number);
        Join(number);
    }

    /// <summary>Sets one formula over a fixed rectangle. What was there goes.</summary>
    public void SetFixed(CellRange range, FormulaId formula, RegionKind kind)
    {
        Own();
        _fixed++;
        Clear(range);
        Enter(Add(new Region(range, formula, kind)));
    }

    /// <summary>
    /// The regions, folded anew when that gives fewer of them: cells set in the order of a file need it hardly ever, cells set here and
    /// there do. Changes nothing. Takes time in proportion to the stretches.
    /// </summary>
    public IReadOnlyList<Region> Folded()
    {
        var fold = new RegionFold();
        foreach (var (index, column) in _levels[0].Filled) fold.Add(index, column.Stretches.Where(IsFill).Select(s => (s.First, s.Last, _regions[s.Number].Formula)));
        var pinned = Regions.Where(r => r.Kind != RegionKind.Fill).ToList();
        return pinned.Count + fold.Regions.Count < Count ? [.. fold.Regions, .. pinned] : [.. Regions];
    }

    private bool IsFill((int First, int Last, int Number) stretch) => _regions[stretch.Number].Kind == RegionKind.Fill;

    /// <summary>Frees a cell. Of a fixed rectangle the anchor alone is left, or nothing when that is the cell.</summary>
    public void Clear(CellAddress cell)
    {
        var number = Find(cell.Column, cell.Row);
        if (number < 0) return;
        Own();
        Cut(number, new CellRange(cell));
    }

    /// <summary>The same regions for a fork. From now on both copy them all when they change one first.</summary>
    public RegionMap Fork()
    {
        _isShared = true;
        return new RegionMap { _levels = _levels, _height = _height, _regions = _regions, _free = _free, _fixed = _fixed, _end = _end, _isShared = true };
    }

    private void Own()
    {
        if (!_isShared) return;
        _isShared = false;
        _levels = Array.ConvertAll(_levels, columns =>
        {
            var copy = columns.Clone();
            foreach (var (index, column) in columns.Filled) copy[index] = column.Copy();
            return copy;
        });
        (_regions, _free) = ((Region[])_regions.Clone(), new Stack<int>(_free.Reverse()));
    }

    private void Clear(CellRange range)
    {
        foreach (var number in Crossing(range)) Cut(number, range);
    }

    // Numbers of stretches that touch, within a column and with the column to its left.
    private static IEnumerable<(int A, int B)> Touching(StretchColumn? left, StretchColumn column)
    {
        var beside = left?.Stretches.ToList() ?? [];
        var (next, lastRow, lastNumber) = (0, -2, -1);
        foreach (var (first, last, number) in column.Stretches)
        {
            if (lastRow + 1 == first) yield return (lastNumber, number);
            (lastRow, lastNumber) = (last, number);
            while (next < beside.Count && beside[next].Last < first) next++;
            for (var at = next; at < beside.Count && beside[at].First <= last; at++) yield return (beside[at].Number, number);
        }
    }

    private bool AreAlike(int a, int b) =>
        _regions[a].Formula == _regions[b].Formula && _regions[a].Kind == RegionKind.Fill && _regions[b].Kind == RegionKind.Fill;

    private static bool Connect(int[] parents, int a, int b)
    {
        while (parents[a] != a) a = parents[a] = parents[parents[a]];
        while (parents[b] != b) b = parents[b] = parents[parents[b]];
        if (a == b) return false;
        parents[Math.Max(a, b)] = Math.Min(a, b);
        return true;
    }

    private int Find(int column, int row)
    {
        var number = _levels[0][column]?.Find(row) ?? -1;
        for (var level = 1; number < 0 && level < _height; level++) number = _levels[level][column >> (level * WidthBits)]?.Find(row) ?? -1;
        return number;
    }

    // The usual case: the next cell of a column that is being filled down.
    private bool TryExtend(int column, int row, FormulaId formula)
    {
        var above = row == 0 ? -1 : Find(column, row - 1);
        if (above < 0) return false;
        var region = _regions[above];
        if (region.Formula != formula || region.Kind != RegionKind.Fill || region.Columns > 1 || region.LastRow != row - 1) return false;
        _regions[above] = region with { LastRow = row };
        _levels[0][column]!.Assign(row, row, above);
        Join(above);
        return true;
    }

    private void Join(int number)
    {
        while (true)
        {
            var region = _regions[number];
            var joined = TryJoin(number, region.FirstColumn, region.FirstRow - 1)
                ?? TryJoin(number, region.FirstColumn, region.LastRow + 1)
                ?? TryJoin(number, region.FirstColumn - 1, region.FirstRow)
                ?? TryJoin(number, region.LastColumn + 1, region.FirstRow);
            if (joined is null) return;
            number = joined.Value;
        }
    }

    // Joins the region with the one at a cell beside it, if they make a rectangle; the number of both together.
    private int? TryJoin(int number, int column, int row)
    {
        if (!SheetLimits.IsColumn(column) || !SheetLimits.IsRow(row)) return null;
        var other = Find(column, row);
        if (other < 0) return null;
        var (a, b) = (_regions[number], _regions[other]);
        if (a.Formula != b.Formula || b.Kind != RegionKind.Fill) return null;
        var stacked = a.FirstColumn == b.FirstColumn && a.LastColumn == b.LastColumn;
        var abreast = a.FirstRow == b.FirstRow && a.LastRow == b.LastRow;
        if (!stacked && !abreast) return null;
        var (kept, dropped) = PagesOf(a) >= PagesOf(b) ? (number, other) : (other, number);
        var smaller = _regions[dropped];
        _regions[kept] = new Region(a.Range.Union(b.Range), a.Formula, RegionKind.Fill);
        Assign(smaller, kept);
        _free.Push(dropped);
        return kept;
    }

    // Takes a rectangle out of a region: the largest part keeps its number, the others get numbers of their own.
    private void Cut(int number, CellRange hole)
    {
        var region = _regions[number];
        if (!region.Range.TryIntersect(hole, out var cut)) return;
        if (region.Kind != RegionKind.Fill)
        {
            Shrink(number, region, hole);
            return;
        }
        Assign(region with { FirstColumn = cut.First.Column, FirstRow = cut.First.Row, LastColumn = cut.Last.Column, LastRow = cut.Last.Row }, -1);
        var parts = Around(region.Range, cut);
        if (parts.Count == 0)
        {
            _free.Push(number);
            return;
        }
        parts.Sort((x, y) => y.Count.CompareTo(x.Count));
        _regions[number] = new Region(parts[0], region.Formula, RegionKind.Fill);
        foreach (var part in parts.Skip(1)) Enter(Add(new Region(part, region.Formula, RegionKind.Fill)));
    }

    private void Shrink(int number, Region region, CellRange hole)
    {
        Assign(region, -1);
        _regions[number] = region with { LastColumn = region.FirstColumn, LastRow = region.FirstRow };
        if (hole.Contains(region.Range.First)) _free.Push(number);
        else Enter(number);
    }

    /// <summary>The rectangle without a part of it, as up to four rectangles.</summary>
    public static List<CellRange> Around(CellRange whole, CellRange hole)
    {
        var parts = new List<CellRange>(4);
        if (!whole.Intersects(hole)) return [whole];
        var ((c0, r0), (c1, r1)) = ((whole.First.Column, whole.First.Row), (whole.Last.Column, whole.Last.Row));
        if (c0 < hole.First.Column) parts.Add(new CellRange(c0, r0, hole.First.Column - 1, r1));
        if (c1 > hole.Last.Column) parts.Add(new CellRange(hole.Last.Column + 1, r0, c1, r1));
        if (r0 < hole.First.Row) parts.Add(new CellRange(hole.First.Column, r0, hole.Last.Column, hole.First.Row - 1));
        if (r1 > hole.Last.Row) parts.Add(new CellRange(hole.First.Column, hole.Last.Row + 1, hole.Last.Column, r1));
        return parts;
    }

    private HashSet<int> Crossing(CellRange range)
    {
        var numbers = new HashSet<int>();
        for (var level = 0; level < _height; level++)
        {
            var bits = level * WidthBits;
            for (var column = range.First.Column >> bits; column <= range.Last.Column >> bits; column++)
                _levels[level][column]?.AddNumbers(range.First.Row, range.Last.Row, numbers);
        }
        return numbers;
    }

    private int Add(Region region)
    {
        if (!_free.TryPop(out var number)) number = _end++;
        if (number == _regions.Length) Array.Resize(ref _regions, 2 * number);
        _regions[number] = region;
        return number;
    }

    private void Enter(int number) => Assign(_regions[number], number);

    // Gives the cells of a region a number, or takes theirs away when it is -1.
    private void Assign(Region cells, int number)
    {
        for (var column = cells.FirstColumn; column <= cells.LastColumn;)
        {
            var level = cells.Kind == RegionKind.Fill ? 0 : WidestAt(column, cells.LastColumn);
            var columns = _levels[level];
            var index = column >> (level * WidthBits);
            if (number >= 0) columns[index] ??= new StretchColumn();
            columns[index]?.Assign(cells.FirstRow, cells.LastRow, number);
            _height = Math.Max(_height, level + 1);
            column += 1 << (level * WidthBits);
        }
    }

    // The level of the widest column that begins here and ends no later than the last.
    private int WidestAt(int column, int last)
    {
        var level = 0;
        for (; level + 1 < _levels.Length; level++)
        {
            var width = 1 << ((level + 1) * WidthBits);
            if ((column & (width - 1)) != 0 || column + width - 1 > last) break;
        }
        return level;
    }

    private static int PagesOf(Region region) =>
        region.Columns * ((region.LastRow >> Page.ItemBits) - (region.FirstRow >> Page.ItemBits) + 1);
}
