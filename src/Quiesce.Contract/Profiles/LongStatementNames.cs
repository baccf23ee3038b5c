namespace Quiesce.Contract.Profiles;

internal static class LongStatementNames
{
    /// <summary>The policy's name in scripts and profile.json; <see langword="null"/> when it is not known.</summary>
    public static string? Name(this LongStatementPolicy? policy) => policy switch
    {
        LongStatementPolicy.Wait => "wait",
        LongStatementPolicy.Fail => "fail",
        LongStatementPolicy.Kill => "kill",
        _ => null,
    };
}
