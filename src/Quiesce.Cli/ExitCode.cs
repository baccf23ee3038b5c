using System.Collections.Generic;
using Quiesce.Contract.Outcomes;
using Quiesce.Contract.Rules;
using Quiesce.Runtime.Freezing;
using Quiesce.Runtime.Installation;
using Quiesce.Runtime.Reporting;
using Quiesce.Runtime.Running;
using Quiesce.Runtime.Validation;

namespace Quiesce.Cli;

/// <summary>The exit codes of every verb. Zero is kept for what a caller may rely on without reading further.</summary>
internal static class ExitCode
{
    /// <summary>An application-consistent snapshot; or, for the other verbs, nothing to complain about.</summary>
    public const int Success = 0;

    /// <summary>A check failed and nothing was run; something found is an error.</summary>
    public const int Refused = 1;

    public const int Usage = 2;

    public const int FileSystemLevel = 3;

    public const int CrashLevel = 4;

    public const int NoSnapshot = 5;

    /// <summary>Something found is a warning, and nothing is worse.</summary>
    public const int Warned = 6;

    /// <summary>A run of the profile is under way; nothing was changed.</summary>
    public const int RunUnderWay = 7;

    /// <summary>A role policy skipped the run: there is no snapshot, and none was wanted here.</summary>
    public const int Skipped = 8;

    /// <summary>The runtime itself failed (EX_SOFTWARE of sysexits.h).</summary>
    public const int InternalError = 70;

    /// <summary>What a shell shows for a program ended by Ctrl-C.</summary>
    public const int Cancelled = 130;

    public const string OfRunHelp =
        """
        0    the snapshot is application-consistent, and the report holds the proof
        1    refused: a check failed; no script was run
        2    wrong usage of the command line
        3    there is a snapshot, with file-system consistency
        4    there is a snapshot, with crash consistency
        5    there is no snapshot: a script, the freeze or the snapshot failed
        8    skipped: a server's role is not the one that the profile wants; there is no snapshot
        70   quiesce itself failed, or could not write the report
        130  cancelled; everything is thawed and released
        """;

    /// <summary>For the verbs that print findings: by the worst of them.</summary>
    public const string OfFindingsHelp =
        """
        0    nothing, or mere information
        1    an error
        2    wrong usage of the command line
        6    a warning
        """;

    public const string OfInstallationHelp =
        """
        0    done
        1    refused, or failed
        2    wrong usage of the command line
        7    a run of the profile is under way; nothing was changed
        """;

    public static int Of(RunReport report) => report switch
    {
        { Level: ConsistencyLevel.Application, Outcome.Number: 0 } => Success,
        _ when report.Outcome.Number == OutcomeCatalogue.Cancelled.Number => Cancelled,
        _ when report.Outcome.Number == OutcomeCatalogue.InternalError.Number => InternalError,
        _ when report.Outcome.Number == OutcomeCatalogue.Skipped.Number => Skipped,
        { Level: ConsistencyLevel.Application or ConsistencyLevel.FileSystem } => FileSystemLevel,
        { Level: ConsistencyLevel.Crash } => CrashLevel,
        { Scripts.Count: 0 } => Refused,
        _ => NoSnapshot,
    };

    public static int Of(IReadOnlyList<RecordedThaw> thawed)
    {
        foreach (RecordedThaw system in thawed)
        {
            if (system.MayBeFrozen)
                return Refused;
        }

        return Success;
    }

    public static int Of(InstallationResult result) => result.End switch
    {
        InstallationEnd.Done => Success,
        InstallationEnd.RunUnderWay => RunUnderWay,
        _ => Refused,
    };

    public static int Of(IEnumerable<ProfileStatus> profiles)
    {
        var worst = RuleSeverity.Hidden;
        foreach (ProfileStatus profile in profiles)
            worst = profile.Findings.Worst > worst ? profile.Findings.Worst : worst;
        return Of(worst);
    }

    public static int Of(Findings findings) => Of(findings.Worst);

    public static int Of(RuleSeverity worst) => worst switch
    {
        RuleSeverity.Error => Refused,
        RuleSeverity.Warning => Warned,
        _ => Success,
    };
}
