using System;
using System.Linq;
using System.Reflection;
using Quiesce.Contract.Profiles;

namespace Quiesce.Runtime.Tests.Validation;

/// <summary>
/// A profile with arbitrary values, legal or not, for everything that a compiled one can have. By reflection, so that a setting or a kind of engine added later takes part by itself.
/// </summary>
internal sealed class RandomProfile(int seed)
{
    private static readonly string[] s_texts =
    [
        "a", "/srv/data", "-x", "it's", "\"", "\\", "a\nb\tc\r", "\u0001\u007f", "äöü", "\U0001F4BE\u2028", "$(reboot)", "'; reboot; '", "/tmp/../x", "password=hunter2", "null", "</script>",
        "systemctl stop x", "mysql -e 'FLUSH TABLES WITH READ LOCK'", "if true; then [[ a == b ]]; fi &", "cat <<E\n$x\nE\n",
    ];

    private static readonly Type[] s_engines = [.. typeof(EngineSpec).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(EngineSpec)) && !type.IsAbstract)];

    private readonly Random _random = new(seed);

    public ProfileSpec Create() => new()
    {
        Name = Text(),
        TypeName = Text(),
        Host = Filled<HostSettings>(),
        Run = Filled<RunSettings>(),
        Engines = Many(() => (EngineSpec)Filled(s_engines[_random.Next(s_engines.Length)], mayBeLeftOut: property => property.Name is not (nameof(EngineSpec.Name) or "Method"))),
        Steps = Many(Step),
    };

    private StepSpec Step() => new()
    {
        Member = Text(),
        Phase = _random.Next(2) == 0 ? StepPhase.BeforeQuiesce : StepPhase.AfterRelease,
        Text = Text(),
        TimeoutInSeconds = Number(),
        Undo = _random.Next(2) == 0 ? null : new UndoSpec(Text(), Text()),
    };

    private T Filled<T>() => (T)Filled(typeof(T), mayBeLeftOut: _ => false);

    private object Filled(Type type, Func<PropertyInfo, bool> mayBeLeftOut)
    {
        object filled = Activator.CreateInstance(type)!;
        foreach (PropertyInfo property in type.GetProperties().Where(property => property.CanWrite))
            property.SetValue(filled, mayBeLeftOut(property) && _random.Next(3) == 0 ? null : ValueOf(property.PropertyType));
        return filled;
    }

    private object ValueOf(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var text when text == typeof(string) => Text(),
        var number when number == typeof(int) => Number(),
        var flag when flag == typeof(bool) => _random.Next(2) == 0,
        var list when list == typeof(EquatableArray<string>) => Many(Text),
        { IsEnum: true } named => Enum.GetValues(named).GetValue(_random.Next(Enum.GetValues(named).Length))!,
        var other => throw new NotSupportedException($"nobody has said yet what a random {other} is"),
    };

    private EquatableArray<T> Many<T>(Func<T> create)
        where T : IEquatable<T>
        => Enumerable.Range(0, _random.Next(4)).Select(_ => create()).ToArray();

    private string Text() => string.Concat(Enumerable.Range(0, 1 + _random.Next(2)).Select(_ => s_texts[_random.Next(s_texts.Length)]));

    private int Number() => _random.Next(4) switch
    {
        0 => _random.Next(int.MinValue, int.MaxValue),
        1 => _random.Next(-1, 2),
        _ => _random.Next(1, 100),
    };
}
