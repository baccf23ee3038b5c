using System.Linq;
using Microsoft.CodeAnalysis;
using Quiesce.Contract.Profiles;
using Quiesce.Contract.Rules;

namespace Quiesce.Generators.Emission;

/// <summary>Rejects profiles that share a name: one would overwrite the other's files.</summary>
internal static class SharedNamesEmitter
{
    public static void Emit(SourceProductionContext context, EquatableArray<ProfileName> profiles)
    {
        if (profiles.Count == 0)
            return;

        var source = new SourceWriter()
            .Open("namespace " + RecordAttributesEmitter.Namespace)
            .Open("static partial class " + RecordAttributesEmitter.RecordsType);
        foreach (var profile in profiles)
        {
            var other = profiles.First(other => other.Name == profile.Name && other.TypeName != profile.TypeName);
            var violation = ProfileNameSharedRule.Instance.Shared(profile.Name!, other.TypeName);
            RecordsEmitter.Rejected(source, new Rejection(profile.TypeName, violation.Rule.Id, violation.Message));
        }

        source.Line("private const int SharedNames = 0;").CloseAll();
        context.AddSource("Quiesce.SharedNames.g.cs", source.ToSourceText());
    }
}
