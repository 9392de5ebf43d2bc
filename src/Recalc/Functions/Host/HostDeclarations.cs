namespace Recalc.Functions.Host;

/// <summary>What asks the program around the engine, a service, or an add-in.</summary>
internal static class HostDeclarations
{
    public static readonly DeclarationList Rows = new(FunctionFamily.Host)
    {
        { "CUBEKPIMEMBER", "vvvv", 3, 4, "A key performance indicator of a cube.", FunctionPurity.Host },
        { "CUBEMEMBER", "vav", 2, 3, "A member or tuple of a cube.", FunctionPurity.Host },
        { "CUBEMEMBERPROPERTY", "vvv", 3, 3, "A property of a member of a cube.", FunctionPurity.Host },
        { "CUBERANKEDMEMBER", "vvvv", 3, 4, "The member at a place of a cube's set.", FunctionPurity.Host },
        { "CUBESET", "vavvv", 2, 5, "A set of members of a cube.", FunctionPurity.Host },
        { "CUBESETCOUNT", "v", 1, 1, "How many members a cube's set has.", FunctionPurity.Host },
        { "CUBEVALUE", "va*", 1, 255, "An aggregated value of a cube.", FunctionPurity.Host },
        { "RTD", "v*", 3, 255, "The latest value of a topic of a real-time data server.", FunctionPurity.Host },
        { "WEBSERVICE", "v", 1, 1, "What a web address answers.", FunctionPurity.Host },
        { "ENCODEURL", "v", 1, 1, "Text escaped for a web address." },
        { "FILTERXML", "vv", 2, 2, "The nodes of an XML text at an XPath." },
        { "IMAGE", "vvvvv", 1, 5, "A picture from a web address, in the cell.", FunctionPurity.Host },
        { "STOCKHISTORY", "vvvvvvvvvvv", 2, 11, "Past prices of a security.", FunctionPurity.Host },
        { "FIELDVALUE", "vv", 2, 2, "A field of a linked data type.", FunctionPurity.Host },
        { "TRANSLATE", "vvv", 1, 3, "Text in another language, by a service.", FunctionPurity.Host },
        { "DETECTLANGUAGE", "v", 1, 1, "The language of a text, by a service.", FunctionPurity.Host },
        { "COPILOT", "(va)*", 1, 255, "What a language model answers to a prompt.", FunctionPurity.Host },
        { "PY", "vva*", 2, 255, "What a Python script returns; ranges that it reads follow when stored.", FunctionPurity.Host },
        { "IMPORTTEXT", "vavvvv", 1, 6, "The rows of a text file.", FunctionPurity.Host },
        { "IMPORTCSV", "vvvv", 1, 4, "The rows of a file with comma-separated values.", FunctionPurity.Host },
        { "CALL", "va*", 1, 255, "Calls a procedure of a native library.", FunctionPurity.Host },
        { "REGISTER.ID", "vvv", 2, 3, "The number under which a native procedure is registered.", FunctionPurity.Host },
        { "EUROCONVERT", "vvvvv", 3, 5, "Converts between the euro and the currencies that it replaced." },
    };
}
