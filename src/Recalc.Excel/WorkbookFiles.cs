namespace Recalc.Excel;

/// <summary>Opens files as workbooks.</summary>
public static class WorkbookFiles
{
    extension(Workbook)
    {
        /// <summary>Reads an Excel workbook: see <see cref="XlsxReader.Read(string, XlsxReadOptions?, IProgress{double}?, CancellationToken)"/>.</summary>
        /// <param name="path">Where the file is.</param>
        /// <param name="options">What the file may hold; null for <see cref="XlsxReadOptions.Default"/>.</param>
        /// <exception cref="WorkbookFormatException">The file is no workbook, is damaged, or takes more than the options allow.</exception>
        /// <exception cref="IOException">The file cannot be opened, for example because it is not there.</exception>
        public static Workbook Open(string path, XlsxReadOptions? options = null) => XlsxReader.Read(path, options);
    }
}
