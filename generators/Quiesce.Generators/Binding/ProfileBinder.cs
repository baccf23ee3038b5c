using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Quiesce.Contract.Profiles;

namespace Quiesce.Generators.Binding;

/// <summary>Turns an attributed class into a <see cref="ProfileSpec"/>. Generator and analyzers see a profile through it, and through nothing else.</summary>
internal static class ProfileBinder
{
    /// <param name="type">The class.</param>
    /// <param name="attribute">Its <c>[ConsistencyProfile]</c>.</param>
    /// <param name="assembly">The assembly being compiled, which may carry defaults.</param>
    public static BoundProfile Bind(INamedTypeSymbol type, AttributeData attribute, IAssemblySymbol assembly)
    {
        var defaults = assembly.GetAttributes().Find(AttributeNames.ProfileDefaults);
        var engines = BindEngines(type);
        var steps = StepBinder.Bind(type).ToImmutableArray();
        var profile = new AttributeArguments(attribute, defaults);
        var spec = new ProfileSpec
        {
            Name = profile.Name,
            TypeName = type.ToDisplayString(),
            Declaration = DeclarationBinder.Bind(type, attribute, defaults, engines, steps),
            Host = HostSettingsBinder.Bind(profile),
            Run = RunSettingsBinder.Bind(profile),
            Engines = engines.Select(engine => engine.Spec).ToEquatableArray(),
            Steps = steps.Select(step => step.Spec).ToEquatableArray(),
        };
        return new BoundProfile(spec, type, attribute, defaults, engines, steps);
    }

    /// <summary>The engines alone, in the order of the source.</summary>
    public static ImmutableArray<BoundEngine> BindEngines(INamedTypeSymbol type)
    {
        var engines = ImmutableArray.CreateBuilder<BoundEngine>();
        foreach (var attribute in type.GetAttributes())
        {
            if (EngineBinder.Bind(attribute) is { } engine)
                engines.Add(new BoundEngine(engine, attribute));
        }

        return engines.ToImmutable();
    }
}
