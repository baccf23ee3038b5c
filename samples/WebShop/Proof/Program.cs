using System;
using System.IO;
using System.Text.Json;
using WebShop.Proof;

try
{
    switch (args)
    {
        case ["write", var log]:
            return WriteCommand.Run(log);
        case ["check", var writes, var report, var services, var sockets]:
            return CheckCommand.Run(writes, report, services, sockets);
        case ["stalls", var writes, var raw, .. { Length: > 0 } reports]:
            return StallsCommand.Run(writes, raw, reports);
        default:
            Console.Error.WriteLine("usage: proof write LOG | proof check WRITES REPORT SERVICES SOCKETS | proof stalls WRITES RAW REPORT…");
            return 2;
    }
}
catch (Exception exception) when (exception is IOException or InvalidDataException or JsonException)
{
    Console.Error.WriteLine("proof: " + exception.Message);
    return 1;
}
