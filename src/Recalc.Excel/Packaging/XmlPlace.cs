namespace Recalc.Excel.Packaging;

/// <summary>A place in a part, for what is found wrong only later.</summary>
internal readonly record struct XmlPlace(string Part, int Line, int Column);
