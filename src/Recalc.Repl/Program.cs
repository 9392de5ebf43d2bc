using System.Text;
using Recalc.Repl;
using Recalc.Repl.Output;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return Tool.Run(args, Terminal.Standard);
