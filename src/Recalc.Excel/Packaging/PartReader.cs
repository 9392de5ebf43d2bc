using System.Globalization;
using System.Runtime.CompilerServices;
using System.Xml;

namespace Recalc.Excel.Packaging;

/// <summary>Reads the XML of one part: forward only, without entities, to a bounded depth. Its errors say where they are.</summary>
internal sealed class PartReader : IDisposable
{
    /// <summary>How deep elements may nest. SpreadsheetML needs about ten.</summary>
    public const int MaxDepth = 256;

    private readonly MarkupStream _stream;
    private readonly string? _file;

    public PartReader(MarkupStream stream, XmlNames names, ReadBudget budget, string? file, string part)
    {
        (_stream, _file, Part, Names, Budget) = (stream, file, part, names, budget);
        Xml = XmlReader.Create(stream, new XmlReaderSettings
        {
            NameTable = names.Table,
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            CheckCharacters = false,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CloseInput = true,
        });
    }

    public XmlReader Xml { get; }
    public XmlNames Names { get; }
    public ReadBudget Budget { get; }
    public string Part { get; }

    /// <summary>Tells what is being read, as the beginning of a sentence; null when the place says enough.</summary>
    public Func<string?>? Subject { get; set; }

    /// <summary>The local name of the element that the reader stands on.</summary>
    public string Name => Xml.LocalName;

    /// <summary>True when the element that the reader stands on is SpreadsheetML, transitional or strict.</summary>
    public bool IsSpreadsheetElement
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            var space = Xml.NamespaceURI;
            return space == XmlNames.Transitional || space == XmlNames.Strict;
        }
    }

    /// <summary>An attribute without a namespace; null when it is not there.</summary>
    public string? this[string attribute] => Xml.GetAttribute(attribute);

    /// <summary>The attribute <c>r:id</c>; null when it is not there.</summary>
    public string? RelationshipId =>
        Xml.GetAttribute("id", XmlNames.TransitionalRelationships) ?? Xml.GetAttribute("id", XmlNames.StrictRelationships);

    /// <summary>Where the reader stands.</summary>
    public XmlPlace Place => Xml is IXmlLineInfo info && info.HasLineInfo() ? PlaceOf(info.LineNumber, info.LinePosition) : new(Part, 0, 0);

    /// <summary>Who takes the rows that are plain; null when they are to be read as XML like everything else.</summary>
    public IPlainRows? PlainRows
    {
        set => _stream.Rows = value;
    }

    /// <summary>Goes to the next node; false at the end of the part.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Read()
    {
        _stream.Mark();
        if (!Xml.Read()) return false;
        if (Xml.Depth > MaxDepth) ThrowTooDeep();
        return true;
    }

    /// <summary>Goes on within one node that is read in pieces.</summary>
    public void Continue() => _stream.Mark();

    /// <summary>Goes to the root element, which must have this name.</summary>
    public void MoveToRoot(string name, bool anyNamespace = false)
    {
        while (Read() && Xml.NodeType != XmlNodeType.Element) { }
        if (Name != name || !(anyNamespace || IsSpreadsheetElement))
            throw Error($"The root element is <{Xml.Name}> of namespace '{Xml.NamespaceURI}', where <{name}> was expected.");
    }

    /// <summary>The children of the current element that are SpreadsheetML; what else there is is passed over.</summary>
    public ChildElements Children() => new(this, anyNamespace: false);

    /// <summary>The children of the current element, of whatever namespace.</summary>
    public ChildElements AllChildren() => new(this, anyNamespace: true);

    /// <summary>Goes to the end of the current element, whatever it holds.</summary>
    public void Skip()
    {
        if (Xml.IsEmptyElement) return;
        var depth = Xml.Depth;
        while (Read() && !(Xml.NodeType == XmlNodeType.EndElement && Xml.Depth == depth)) { }
    }

    /// <summary>Reads the rest of the part, so that a fault behind the interesting things is found as well.</summary>
    public void ReadToEnd()
    {
        while (Read()) { }
    }

    /// <summary>An attribute that must be there.</summary>
    public string Required(string attribute) => this[attribute] ?? throw Error($"<{Name}> has no attribute '{attribute}'.");

    /// <summary>A whole number, or null when the attribute is not there.</summary>
    public int? Integer(string attribute)
    {
        if (this[attribute] is not { } text) return null;
        return int.TryParse(text.AsSpan().Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw Error($"The attribute '{attribute}' of <{Name}> is '{Excerpt(text)}', which is no whole number.");
    }

    /// <summary>A number, or null when the attribute is not there.</summary>
    public double? Number(string attribute)
    {
        if (this[attribute] is not { } text) return null;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? value
            : throw Error($"The attribute '{attribute}' of <{Name}> is '{Excerpt(text)}', which is no number.");
    }

    /// <summary>A logical (<c>xsd:boolean</c>), or <paramref name="absent"/> when the attribute is not there.</summary>
    public bool Logical(string attribute, bool absent = false) => this[attribute] switch
    {
        null => absent,
        "1" or "true" => true,
        "0" or "false" => false,
        var text => throw Error($"The attribute '{attribute}' of <{Name}> is '{Excerpt(text)}', which is neither true nor false."),
    };

    /// <summary>An error at the place where the reader stands.</summary>
    public WorkbookFormatException Error(string problem, Exception? inner = null) =>
        Error(inner is XmlException { LineNumber: > 0 } xml ? PlaceOf(xml.LineNumber, xml.LinePosition) : Place, problem, inner);

    /// <summary>An error at a place where the reader was before.</summary>
    public WorkbookFormatException Error(XmlPlace place, string problem, Exception? inner = null) =>
        new(Subject?.Invoke() is { } subject ? $"{subject}: {problem}" : problem, _file, place.Part, place.Line, place.Column, inner);

    /// <summary>The beginning of a text that is quoted in a message.</summary>
    public static string Excerpt(ReadOnlySpan<char> text) => text.Length <= 40 ? text.ToString() : $"{text[..40]}…";

    public void Dispose()
    {
        Xml.Dispose();
        _stream.Dispose();
    }

    private XmlPlace PlaceOf(int line, int column)
    {
        (line, column) = _stream.Locate(line, column);
        return new XmlPlace(Part, line, column);
    }

    private void ThrowTooDeep() => throw Error($"Elements nest more than {MaxDepth} deep.");
}
