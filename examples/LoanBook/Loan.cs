namespace Recalc.LoanBook;

/// <summary>What is lent, at which rate a year, and for how many years.</summary>
internal readonly record struct Loan(double Principal, double Rate, int Years);

/// <summary>What is paid a month, and the interest in all.</summary>
internal readonly record struct Quote(double Payment, double Interest);
