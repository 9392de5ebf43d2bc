using System.Buffers.Binary;

namespace Recalc.Excel.Packaging;

/// <summary>Says what a file is that is no xlsx, from its first bytes.</summary>
internal static class FileSignature
{
    private const int HeadLength = 512;
    private const int DirectoryLength = 1 << 16;
    private static readonly byte[] CompoundFile = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>What is wrong with the file as a whole; null when it begins like a zip archive.</summary>
    public static string? Refuse(Stream stream)
    {
        Span<byte> head = stackalloc byte[HeadLength];
        head = head[..ReadAt(stream, 0, head)];
        if (head.IsEmpty) return "The file is empty.";
        if (head.StartsWith("PK"u8)) return null;
        if (head.StartsWith(CompoundFile)) return RefuseCompoundFile(stream, head);
        var isEarly = head.Length > 4 && head[0] == 9 && head[1] is 0 or 2 or 4 && head[3] == 0;
        if (isEarly) return "This is a binary workbook of Excel 2 to 4. Save it as .xlsx.";
        var text = head.StartsWith("\uFEFF"u8) ? head[3..] : head;
        return text.StartsWith("<?xml"u8)
            ? "This is a bare XML file, such as an XML Spreadsheet 2003 or a flat OpenDocument. Save it as .xlsx."
            : "This is no xlsx file: it is no zip archive.";
    }

    /// <summary>What is wrong with the archive, judged from what it holds; null when it may be a workbook.</summary>
    public static string? Refuse(Func<string, bool> contains)
    {
        if (contains("xl/workbook.bin")) return "This is a binary workbook (.xlsb). Save it as .xlsx.";
        if (contains("word/document.xml")) return "This is a Word document, not a workbook.";
        if (contains("ppt/presentation.xml")) return "This is a PowerPoint presentation, not a workbook.";
        if (contains("mimetype") && contains("content.xml")) return "This is an OpenDocument file (.ods). Save it as .xlsx.";
        return contains("Index/Document.iwa") ? "This is a Numbers document. Save it as .xlsx." : null;
    }

    // The header of a compound file ([MS-CFB] 2.2) has the size of a sector at 30 and the first sector of the directory at 48.
    private static string RefuseCompoundFile(Stream stream, ReadOnlySpan<byte> head)
    {
        const string unknown = "This is an OLE2 compound file, not an xlsx file: perhaps a workbook of Excel 97-2003, or an encrypted one.";
        if (head.Length < HeadLength) return unknown;
        var shift = BinaryPrimitives.ReadUInt16LittleEndian(head[30..]);
        var sector = BinaryPrimitives.ReadUInt32LittleEndian(head[48..]);
        if (shift is not (9 or 12)) return unknown;
        var directory = new byte[DirectoryLength];
        var length = ReadAt(stream, ((long)sector + 1) << shift, directory);
        var names = directory.AsSpan(0, length);
        if (Names(names, "EncryptedPackage")) return "This workbook is encrypted. Save it without a password.";
        if (Names(names, "Workbook") || Names(names, "Book")) return "This is a binary Excel 97-2003 workbook (.xls). Save it as .xlsx.";
        return unknown;
    }

    // An entry of the directory begins with its name in UTF-16.
    private static bool Names(ReadOnlySpan<byte> directory, string name)
    {
        const int entry = 128;
        Span<byte> bytes = stackalloc byte[2 * name.Length + 2];
        bytes.Clear();
        System.Text.Encoding.Unicode.GetBytes(name, bytes);
        for (var at = 0; at + entry <= directory.Length; at += entry)
            if (directory[at..].StartsWith(bytes)) return true;
        return false;
    }

    private static int ReadAt(Stream stream, long position, Span<byte> buffer)
    {
        if (position >= stream.Length) return 0;
        stream.Position = position;
        return stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
    }
}
