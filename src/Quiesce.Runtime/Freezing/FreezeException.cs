using System;

namespace Quiesce.Runtime.Freezing;

/// <summary>Freezing was refused before anything was frozen. The message names the mount and what to do.</summary>
internal sealed class FreezeException(FreezeFault fault, string message) : Exception(message)
{
    public FreezeFault Fault { get; } = fault;
}
