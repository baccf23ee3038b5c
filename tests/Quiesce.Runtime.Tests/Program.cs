using System.Linq;
using System.Threading.Tasks;
using Quiesce.Runtime.Freezing.Holding;
using Quiesce.Runtime.Tests.Freezing.Scratch;

namespace Quiesce.Runtime.Tests;

/// <summary>The test program, which is also its own guard, sentinel and victim: one executable plays every part, as in production.</summary>
internal static class Program
{
    private static Task<int> Main(string[] arguments)
    {
        if (GuardProcess.IsVerb(arguments))
            return Task.FromResult(GuardProcess.Main(arguments));
        if (arguments is [FreezingProgram.Verb, ..])
            return FreezingProgram.PlayAsync(arguments[1..]);

        // As the entry point does that xunit generates: the one for runners that speak its own protocol, the other for Microsoft.Testing.Platform.
        return arguments.Any(argument => argument is "-automated" or "@@")
            ? Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(arguments)
            : Xunit.MicrosoftTestingPlatform.TestPlatformTestFramework.RunAsync(arguments, SelfRegisteredExtensions.AddSelfRegisteredExtensions);
    }
}
