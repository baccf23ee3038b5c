using Quiesce.Contract.Rules;
using static Quiesce.Analyzers.Tests.Samples.RuleSample;

namespace Quiesce.Analyzers.Tests.Samples;

internal static class AuthoringSamples
{
    private const string Profile = "[ConsistencyProfile(\"shop\"), Redis(\"cache\")] ";

    public static readonly RuleSample[] All =
    [
        OfDeclaration(ProfileNotPartialRule.RuleId, Profile + "static class [|Shop|] { }", Profile + "static partial class Shop { }"),
        OfDeclaration(ProfileGenericRule.RuleId, Profile + "static partial class [|Shop|]<T> { }", Profile + "static partial class Shop { }"),
        OfDeclaration(ProfileAbstractRule.RuleId, Profile + "abstract partial class [|Shop|] { }", Profile + "sealed partial class Shop { }"),
        OfDeclaration(ProfileFileLocalRule.RuleId, Profile + "file static partial class [|Shop|] { }", Profile + "internal static partial class Shop { }"),
        OfDeclaration(
            ProfileContainerNotPartialRule.RuleId,
            "class Outer { " + Profile + "static partial class [|Shop|] { } }",
            "partial class Outer { " + Profile + "static partial class Shop { } }"),
        OfDeclaration(
            ProfileScatteredRule.RuleId,
            Profile + "static partial class Shop { } static partial class Shop { [BeforeQuiesce] const string [|Step|] = \"true\"; }",
            Profile + "static partial class Shop { [BeforeQuiesce] const string Step = \"true\"; } static partial class Shop { }"),
        OfDeclaration(
            StepNotConstStringRule.RuleId,
            Profile + "static partial class Shop { [BeforeQuiesce] static readonly string [|Step|] = \"true\"; }",
            Profile + "static partial class Shop { [BeforeQuiesce] const string Step = \"true\"; }"),
        OfDeclaration(
            StrayParts.RuleId,
            "[[|Redis(\"cache\")|]] static partial class Shop { }",
            Profile + "static partial class Shop { }"),
        OfSetting(RedundantSettings.RuleId, "[|TimeoutInSeconds = §|]", "30", "31"),
        OfEngine(RedundantSettings.RuleId, "[MariaDb(\"orders\", [|Method = §|])]", "MariaDbQuiesce.BackupStage", "MariaDbQuiesce.ReadLock"),
        OfSetting(RedundantSettings.RuleId, "[|RunDirectory = §|]", "\"/run/quiesce/web-shop\"", "\"/run/quiesce/shop\""),
        OfDeclaration(
            GeneratedMemberOccupiedRule.RuleId,
            Profile + "static partial class [|Shop|] { public const int PreScript = 1; }",
            Profile + "static partial class Shop { public const int PreScripts = 1; }"),
    ];
}
