using System;
using Quiesce.Contract.Outcomes;
using Quiesce.Runtime.Interop;

namespace Quiesce.Runtime.Checking;

/// <summary>What a file is to a run, and so how the run ends when it is missing or not root's alone.</summary>
internal sealed record FileRole(Outcome Missing, Outcome Untrusted)
{
    /// <summary>Whether group and others may read it: what it holds is no secret.</summary>
    public bool OthersMayRead { get; init; }

    public static FileRole HostFile { get; } = new(OutcomeCatalogue.HostFileNotFound, OutcomeCatalogue.HostFilePermissions) { OthersMayRead = true };

    public static FileRole Config { get; } = new(OutcomeCatalogue.ConfigNotFound, OutcomeCatalogue.ConfigPermissions);

    public static FileRole PreScript { get; } = new(OutcomeCatalogue.PreScriptNotFound, OutcomeCatalogue.PreScriptPermissions);

    public static FileRole PostScript { get; } = new(OutcomeCatalogue.PostScriptNotFound, OutcomeCatalogue.PostScriptPermissions);

    public static FileRole Manifest { get; } = new(OutcomeCatalogue.ProfileMismatch, OutcomeCatalogue.ConfigPermissions);

    public static FileRole Record { get; } = new(OutcomeCatalogue.ProofMissing, OutcomeCatalogue.ProofMissing);

    /// <summary>How it ends when the file cannot be opened or read. Where only rights are wanting, the file may well be as it should.</summary>
    public OutcomeException Unreadable(string message, bool isDenied) => isDenied && !Environment.IsPrivilegedProcess
        ? new OutcomeException(OutcomeCatalogue.NotPrivileged, $"{message}; run it as root")
        : new OutcomeException(Missing, message);

    /// <inheritdoc cref="Unreadable(string, bool)"/>
    public OutcomeException Unreadable(string path, int error) => Unreadable($"{path}: {LibC.Describe(error)}", isDenied: error == Errno.EACCES);
}
