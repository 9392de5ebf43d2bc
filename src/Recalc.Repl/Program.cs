using System.CommandLine;
using System.Text;
using Recalc.Repl.Commands;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
var root = new RootCommand("Recalc: Excel models, read and recalculated.") { InspectCommand.Create(), ParseCommand.Create() };
return root.Parse(args).Invoke();
