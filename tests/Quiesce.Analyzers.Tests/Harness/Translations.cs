using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Resources;
using System.Runtime.Loader;

namespace Quiesce.Analyzers.Tests.Harness;

/// <summary>Read from the very assemblies that the compiler loads, so that no English text can step in unnoticed for one that is missing.</summary>
internal static class Translations
{
    public static readonly string[] Languages = ["ja", "sv", "zh-Hant"];

    /// <summary>Without the system's data on cultures .NET spells zh-Hant otherwise than its folder is called, and finds only an assembly that is loaded already.</summary>
    public static CultureInfo CultureOf(string language)
    {
        _ = Satellite(language);
        return CultureInfo.GetCultureInfo(language);
    }

    public static Dictionary<string, string> Of(string resource, string language)
    {
        using var stream = Satellite(language).GetManifestResourceStream($"Quiesce.Analyzers.Resources.{resource}.{language}.resources")!;
        using var resources = new ResourceSet(stream);
        return resources.Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
    }

    private static Assembly Satellite(string language)
        => AssemblyLoadContext.Default.LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, language, "Quiesce.Analyzers.resources.dll"));
}
