namespace Recalc.LoanBook;

/// <summary>The workbook as a function from loans to quotes. For one thread; each has a fork of its own.</summary>
internal sealed class LoanQuote(Workbook book) : IDisposable
{
    private readonly Cell<double> _principal = book.Cell<double>("Principal");
    private readonly Cell<double> _rate = book.Cell<double>("Rate");
    private readonly Cell<int> _years = book.Cell<int>("Years");
    private readonly Cell<double> _payment = book.FindSheet("Inputs")!.Cell<double>("B6");
    private readonly Cell<double> _interest = book.FindSheet("Summary")!.Cell<double>("B33");

    public Quote Of(Loan loan)
    {
        (_principal.Value, _rate.Value, _years.Value) = (loan.Principal, loan.Rate, loan.Years);
        return new Quote(_payment.Value, _interest.Value);
    }

    public void Dispose() => book.Dispose();
}
