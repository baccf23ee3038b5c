using System.Linq;
using Quiesce.Contract.Artifacts;
using Quiesce.Contract.Profiles;
using Quiesce.Contract.Rules;

namespace Quiesce.Generators.Emission;

/// <summary>A profile's artefacts, or the reasons why there are none.</summary>
internal sealed record CompiledProfile(ProfileModel Model, EquatableArray<Artifact> Artifacts, EquatableArray<Rejection> Rejections)
{
    /// <summary>The fragments that the generated part needs.</summary>
    public EquatableArray<string> FragmentNames => Artifacts.SelectMany(artifact => artifact.Fragments).Distinct().ToEquatableArray();

    public static CompiledProfile From(ProfileModel model)
    {
        var rejections = RuleTable.Check(model.Spec)
            .Where(violation => violation.Rule.Severity == RuleSeverity.Error)
            .Select(violation => new Rejection(model.Spec.TypeName, violation.Rule.Id, violation.Message))
            .ToEquatableArray();
        return new CompiledProfile(model, rejections.Count == 0 ? ArtifactCompiler.Compile(model.Spec) : default, rejections);
    }
}
