using Recalc.Evaluation;
using Recalc.Graph;

namespace Recalc.Recalculation;

/// <summary>
/// What a thread needs to mark, run and publish, whichever workbook of a family it does so for: stacks, registers, and what was found out about scripts. A workbook that has no
/// forks keeps one; forks borrow one for each edit and read, so that a fork that rests costs its own pages and little else. For one thread at a time.
/// </summary>
internal sealed class Workspace
{
    private Model _model;

    public Workspace(Model model, DependencyGraph graph, DiscoveredReferences discovered, EvaluationLimits limits)
    {
        _model = model;
        Spills = new SpillReader(model);
        Marker = new Marker(graph, id => _model[id].States, id => _model[id].Cyclic, discovered, id => _model[id].Regions, Spills.PotentialOf, model.Nodes);
        Publisher = new Publisher(model, graph, discovered, Marker);
        Interpreter = new Interpreter(model, limits);
        Lanes = new LaneInterpreter(model, Interpreter);
        Recurrence = new Recurrence(model);
        Traits = new TraitReader(model);
        SelfReferences = new SelfReferences(model);
        Component = new StrongComponent(model, graph, Traits);
    }

    public Marker Marker { get; }
    public Publisher Publisher { get; }
    public Interpreter Interpreter { get; }
    public LaneInterpreter Lanes { get; }
    public Recurrence Recurrence { get; }
    public TraitReader Traits { get; }
    public SpillReader Spills { get; }
    public SelfReferences SelfReferences { get; }
    public StrongComponent Component { get; }

    /// <summary>Stacks that are empty between edits and reads, grown as far as they ever had to.</summary>
    public Frame[] Frames { get; set; } = new Frame[16];
    public Visit[] Visits { get; set; } = new Visit[64];

    /// <summary>The runs of nodes, each within the one before.</summary>
    public NodeRun[] Runs { get; } = new NodeRun[Engine.MostNestedRuns + 1];

    /// <summary>Turns to another workbook of the same family.</summary>
    public void Attach(Model model, DependencyGraph graph, DiscoveredReferences discovered)
    {
        if (ReferenceEquals(_model, model)) return;
        _model = model;
        Marker.Attach(graph, discovered, model.Nodes);
        Publisher.Attach(model, graph, discovered);
        Interpreter.Attach(model);
        Lanes.Attach(model);
        Recurrence.Attach(model);
        Traits.Attach(model);
        Spills.Attach(model);
        SelfReferences.Attach(model);
        Component.Attach(model, graph);
    }
}
