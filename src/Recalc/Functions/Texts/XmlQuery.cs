using System.Xml;
using System.Xml.XPath;
using Recalc.Values;

namespace Recalc.Functions.Texts;

/// <summary>
/// FILTERXML: the nodes of an XML text that an XPath finds, one below the other; those that spell numbers are numbers. What is no XML, no
/// XPath to nodes, or finds none is #VALUE!. Nothing outside the text is ever read.
/// </summary>
internal static class XmlQuery
{
    public static readonly BodyList Rows = new()
    {
        { "FILTERXML", Filter },
    };

    private static readonly XmlReaderSettings Closed = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    private static Operand Filter(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        if (!arguments[0].TryText(out var text, out var failure)) return failure;
        if (!arguments[1].TryText(out var path, out failure)) return failure;
        if (!site.TryChargeSteps(text.Length + path.Length)) return site.OverSteps;
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), Closed);
            var root = new XPathDocument(reader).CreateNavigator();
            return root.Evaluate(path, NamespacesOf(root)) is XPathNodeIterator nodes ? Read(nodes, site) : ErrorKind.Value;
        }
        catch (Exception e) when (e is XmlException or XPathException or ArgumentException)
        {
            return ErrorKind.Value;
        }
    }

    // Prefixes of a path mean what they mean in the text's outermost element.
    private static XmlNamespaceManager NamespacesOf(XPathNavigator root)
    {
        var namespaces = new XmlNamespaceManager(root.NameTable);
        var element = root.Clone();
        if (!element.MoveToFollowing(XPathNodeType.Element)) return namespaces;
        foreach (var (prefix, name) in element.GetNamespacesInScope(XmlNamespaceScope.ExcludeXml))
            if (prefix.Length > 0) namespaces.AddNamespace(prefix, name);
        return namespaces;
    }

    private static Operand Read(XPathNodeIterator nodes, CallSite site)
    {
        var values = new List<CellValue>();
        while (nodes.MoveNext())
        {
            if (!site.TryChargeSteps(1)) return site.OverSteps;
            if (!site.TryChargeMemory(1)) return site.OverMemory;
            var text = nodes.Current!.Value.Trim();
            values.Add(TextNumber.TryParsePlain(text, out var number) ? number : text);
        }
        return values.Count == 0 ? ErrorKind.Value : Operand.Array(new ArrayValue(values.Count, 1, [.. values]));
    }
}
