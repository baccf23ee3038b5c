using System;
using Xunit;

namespace Quiesce.Runtime.Tests;

internal static class Privileges
{
    /// <summary>Files that belong to root can only be made by root.</summary>
    public static void RequireRoot() => Assert.SkipUnless(Environment.IsPrivilegedProcess, "needs root: the checks under test demand files that belong to root");
}
