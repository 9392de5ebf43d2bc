namespace Recalc.Functions.Trigonometric;

/// <summary>Circular and hyperbolic functions, their inverses, and angles. Angles are in radians.</summary>
internal static class TrigonometricDeclarations
{
    public static readonly DeclarationList Rows = new(FunctionFamily.Trigonometry)
    {
        { "PI", "", 0, 0, "The number pi." },
        { "DEGREES", "v", 1, 1, "An angle in degrees." },
        { "RADIANS", "v", 1, 1, "An angle in radians from one in degrees." },
        { "SIN", "v", 1, 1, "The sine." },
        { "COS", "v", 1, 1, "The cosine." },
        { "TAN", "v", 1, 1, "The tangent." },
        { "COT", "v", 1, 1, "The cotangent." },
        { "SEC", "v", 1, 1, "The secant." },
        { "CSC", "v", 1, 1, "The cosecant." },
        { "ASIN", "v", 1, 1, "The angle that has this sine." },
        { "ACOS", "v", 1, 1, "The angle that has this cosine." },
        { "ATAN", "v", 1, 1, "The angle that has this tangent." },
        { "ATAN2", "vv", 2, 2, "The angle of the point at x and y." },
        { "ACOT", "v", 1, 1, "The angle that has this cotangent." },
        { "SINH", "v", 1, 1, "The hyperbolic sine." },
        { "COSH", "v", 1, 1, "The hyperbolic cosine." },
        { "TANH", "v", 1, 1, "The hyperbolic tangent." },
        { "COTH", "v", 1, 1, "The hyperbolic cotangent." },
        { "SECH", "v", 1, 1, "The hyperbolic secant." },
        { "CSCH", "v", 1, 1, "The hyperbolic cosecant." },
        { "ASINH", "v", 1, 1, "The inverse of the hyperbolic sine." },
        { "ACOSH", "v", 1, 1, "The inverse of the hyperbolic cosine." },
        { "ATANH", "v", 1, 1, "The inverse of the hyperbolic tangent." },
        { "ACOTH", "v", 1, 1, "The inverse of the hyperbolic cotangent." },
    };
}
