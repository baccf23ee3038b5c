using System.Collections.Generic;
using System.Globalization;
using System.Resources;
using Microsoft.CodeAnalysis;

namespace Quiesce.Analyzers;

/// <summary>
/// The rules' titles and messages in the language of the IDE. The English ones are the rules' own constants, and the fallback for every language without a resource file.
/// </summary>
internal sealed class RuleTexts : ResourceManager
{
    private static readonly RuleTexts Instance = new();

    private readonly Dictionary<string, string> _english = [];

    private RuleTexts()
        : base("Quiesce.Analyzers.Resources.RuleTexts", typeof(RuleTexts).Assembly)
    {
    }

    public static string TitleKey(string ruleId) => ruleId + "Title";

    public static string MessageKey(string ruleId) => ruleId + "Message";

    public static LocalizableString Title(string ruleId, string english) => Localizable(TitleKey(ruleId), english);

    public static LocalizableString Message(string ruleId, string english) => Localizable(MessageKey(ruleId), english);

    public override string GetString(string name, CultureInfo? culture) => base.GetString(name, culture) ?? _english[name];

    private static LocalizableString Localizable(string key, string english)
    {
        lock (Instance._english)
            Instance._english[key] = english;
        return new LocalizableResourceString(key, Instance, typeof(RuleTexts));
    }
}
