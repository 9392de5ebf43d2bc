using Recalc.Addressing;
using Recalc.Functions;
using Recalc.Graph;

namespace Recalc.Recalculation;

/// <content>What has come about since the last edit without one: functions were registered, and results have grown too old.</content>
internal sealed partial class Engine
{
    private readonly FunctionRegistry _functions;
    private readonly Expiries _expiries;

    /// <summary>The version of the functions that the marks know of.</summary>
    private int _knownFunctions;

    /// <summary>True when a value that is not marked may not be handed out at once: code runs, or time or functions have to be looked at.</summary>
    public bool IsBusy => (_runCount | _calls.Depth | _expiries.Count | (_knownFunctions ^ _functions.Version)) != 0;

    private bool IsAwaitingAttention => (_expiries.Count | (_knownFunctions ^ _functions.Version)) != 0;

    /// <summary>Looks at what has come about, and says whether a node is marked thereafter.</summary>
    public bool AttendAt(int node)
    {
        CheckNotRunning();
        if (IsAwaitingAttention) Enter().Dispose();
        return _nodes[node].IsMarked;
    }

    // Called when the gate was just taken: if this throws, nobody would leave.
    private void Attend()
    {
        try
        {
            if (_knownFunctions != _functions.Version) MeetFunctions();
            if (_expiries.Count > 0) MarkExpired();
        }
        catch
        {
            Leave();
            throw;
        }
    }

    private void MeetFunctions()
    {
        var known = _knownFunctions;
        _knownFunctions = _functions.Version;
        ForgetMeanings(known);
    }

    private void MarkExpired()
    {
        var now = _options.Clock.GetTimestamp();
        while (_expiries.TryTake(now, out var cell))
        {
            var grid = _model[cell.Grid];
            if (!grid.Regions.TryFind(cell.Cell, out var region)) continue;
            _marker.MarkFormulas(new GridRange(cell.Grid, region.IsCellByCell ? new CellRange(cell.Cell) : region.Range));
        }
    }

    // A cell was computed: until when its value is good.
    private void NoteExpiry(Grid grid, CellAddress cell)
    {
        var expiry = _interpreter.Expiry;
        if (expiry == long.MaxValue && _expiries.Count == 0) return;
        _expiries.Set(new GridCell(grid.Id, cell), expiry);
    }
}
