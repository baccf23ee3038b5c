using System;
using System.Globalization;

namespace Quiesce.Runtime.Freezing.Mounts;

/// <summary>A device's <c>major:minor</c>, as mountinfo and sysfs write it. One super block has one, however many mounts it has.</summary>
internal readonly record struct DeviceNumber(uint Major, uint Minor)
{
    public static DeviceNumber Parse(string text)
    {
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        return new DeviceNumber(
            uint.Parse(text.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture),
            uint.Parse(text.AsSpan(colon + 1).TrimEnd(), NumberStyles.None, CultureInfo.InvariantCulture));
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Major}:{Minor}");
}
