using Recalc.Functions;
using Recalc.Graph;

namespace Recalc.Evaluation;

/// <summary>Where a script goes on when the name or lambda that it waits for has its value.</summary>
internal struct CallFrame
{
    public Grid Grid;

    /// <summary>The number of the script, and the word at which it goes on.</summary>
    public int Script;
    public int At;

    /// <summary>Where its locals begin and end.</summary>
    public int FirstLocal;
    public int EndOfLocals;

    /// <summary>How many conditions were open when it began.</summary>
    public int FirstControl;
    public int NameDepth;

    /// <summary>The loop that takes the value; null when the script itself does. How many areas there were before the loop's call.</summary>
    public LambdaLoop? Loop;
    public int Areas;
}
