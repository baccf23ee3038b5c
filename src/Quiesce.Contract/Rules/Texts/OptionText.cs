using System;

namespace Quiesce.Contract.Rules;

internal static class OptionText
{
    public static bool LooksLikeOption(string value) => value.StartsWith("-", StringComparison.Ordinal);
}
