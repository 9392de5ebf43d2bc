using Recalc.Excel.Packaging;

namespace Recalc.Excel.Parts;

/// <summary>
/// A string item (<c>CT_Rst</c>): plain text, or runs whose texts follow each other. Phonetic readings are no part of the
/// text.
/// </summary>
internal static class StringItem
{
    /// <summary>Appends the text of the item that the reader stands on.</summary>
    public static void Append(PartReader reader, CharBuffer buffer)
    {
        for (var children = reader.Children(); children.MoveNext();)
        {
            if (reader.Name == "t") buffer.AppendContent(reader);
            else if (reader.Name == "r") AppendRun(reader, buffer);
        }
    }

    private static void AppendRun(PartReader reader, CharBuffer buffer)
    {
        for (var children = reader.Children(); children.MoveNext();)
            if (reader.Name == "t") buffer.AppendContent(reader);
    }
}
