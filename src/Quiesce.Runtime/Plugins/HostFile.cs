using System;
using System.Collections.Generic;
using Quiesce.Runtime.Configuration;

namespace Quiesce.Runtime.Plugins;

/// <summary>The host's own configuration: which plugins there are, and how long all of their scripts of one kind may take.</summary>
/// <param name="Timeout">The host's own limit, beside every plugin's; absent when the file does not say.</param>
/// <param name="Plugins">In the order of their numbers.</param>
internal sealed record HostFile(TimeSpan? Timeout, IReadOnlyList<HostPlugin> Plugins);

/// <summary>One plugin as the host's configuration names it.</summary>
/// <param name="Name">For logs and reports; says nothing else.</param>
/// <param name="Config">The entry whose value is the path of the plugin's JSON.</param>
internal sealed record HostPlugin(string Name, IniEntry Config);
