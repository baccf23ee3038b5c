using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Reflection.Emit;

namespace Quiesce.Build.Tests.Scratch;

/// <summary>An assembly with records of any shape, also of those that no generator of ours would leave.</summary>
internal sealed class RecordAssembly
{
    private readonly PersistedAssemblyBuilder assembly = new(new AssemblyName("Records"), typeof(object).Assembly);
    private readonly ModuleBuilder module;
    private readonly Dictionary<string, ConstructorInfo> constructors = [];
    private int carriers;

    public RecordAssembly()
    {
        module = assembly.DefineDynamicModule("Records");
    }

    public RecordAssembly Fragment(string name, string text) => With("QuiesceFragmentAttribute", name, text);

    public RecordAssembly Artifact(string path, string mode, string header, params string[] fragments) =>
        With("QuiesceArtifactAttribute", path, mode, header, fragments);

    public RecordAssembly With(string attribute, params object[] arguments)
    {
        if (!constructors.TryGetValue(attribute, out var constructor))
            constructors.Add(attribute, constructor = Define(attribute, [.. arguments.Select(argument => argument.GetType())]));
        var carrier = module.DefineType($"Carrier{carriers++}", TypeAttributes.NotPublic);
        carrier.SetCustomAttribute(new CustomAttributeBuilder(constructor, arguments));
        carrier.CreateType();
        return this;
    }

    public CompiledProfiles Read()
    {
        using var folder = new ScratchFolder();
        assembly.Save(folder["Records.dll"]);
        return CompiledProfilesReader.Read(folder["Records.dll"]);
    }

    private ConstructorBuilder Define(string attribute, Type[] parameters)
    {
        var type = module.DefineType($"Quiesce.Generated.{attribute}", TypeAttributes.NotPublic, typeof(Attribute));
        var constructor = type.DefineConstructor(MethodAttributes.Public, CallingConventions.HasThis, parameters);
        constructor.GetILGenerator().Emit(OpCodes.Ret);
        type.CreateType();
        return constructor;
    }
}
