using Recalc.Excel.Packaging;

namespace Recalc.Excel.Parts;

/// <summary>The texts that cells refer to by position (<c>sst</c>).</summary>
internal sealed class SharedStrings
{
    private readonly List<string> _texts = [];

    public static SharedStrings Empty { get; } = new();

    /// <summary>Reads the part. The counts that it declares are not used: the items themselves count.</summary>
    public static SharedStrings Read(PartReader reader)
    {
        var result = new SharedStrings();
        var buffer = new CharBuffer(reader.Budget.Options.MaxTextLength);
        reader.MoveToRoot("sst");
        for (var children = reader.Children(); children.MoveNext();)
        {
            if (reader.Name != "si") continue;
            buffer.Clear();
            StringItem.Append(reader, buffer);
            result._texts.Add(EscapedText.Decode(buffer.Span));
        }
        return result;
    }

    public int Count => _texts.Count;

    /// <summary>The text at a position, or null when there is none.</summary>
    public string? Find(int index) => (uint)index < (uint)_texts.Count ? _texts[index] : null;
}
