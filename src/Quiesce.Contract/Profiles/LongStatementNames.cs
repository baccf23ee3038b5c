namespace Quiesce.Contract.Profiles;

internal static class LongStatementNames
{
    /// <summary>The policy's name in scripts and profile.json; <see langword="null"/> when it is not known, empty for a number that no policy has.</summary>
    public static string? Name(this LongStatementPolicy? policy) => policy switch
    {
        LongStatementPolicy.Wait => "wait",
        LongStatementPolicy.Fail => "fail",
        LongStatementPolicy.Kill => "kill",
        null => null,
        _ => "",
    };
}
