using System.Collections.Generic;
using System.Linq;
using Quiesce.Contract.Profiles;

namespace Quiesce.Contract.Artifacts;

/// <summary>Compiles a profile into its pre script and its post script: a head with the profile's values, and the fragments its engines need.</summary>
internal static class ScriptCompiler
{
    public static CompiledScript CompilePre(ProfileSpec profile) => Compile(profile, "Pre script", ["keeper", "pre"]);

    public static CompiledScript CompilePost(ProfileSpec profile) => Compile(profile, "Post script", ["post"]);

    /// <summary>
    /// What <c>quiesce doctor</c> runs: the same fragments that a run uses open the session to the profile's one engine, and another asks.
    /// </summary>
    public static CompiledScript CompileExamination(ProfileSpec profile)
        => Compile(profile, "Examination", profile.Engines.SelectMany(ExaminationFragmentsOf).Distinct().Concat(["examine"]));

    private static CompiledScript Compile(ProfileSpec profile, string title, IEnumerable<string> lastFragments)
    {
        var before = profile.Steps.Where(step => step.Phase == StepPhase.BeforeQuiesce).ToArray();
        var after = profile.Steps.Where(step => step.Phase == StepPhase.AfterRelease).ToArray();
        var head = new ScriptHead()
            .Comment($"{title} of the consistency profile '{profile.Name}' ({profile.TypeName}), compiled by Quiesce {GeneratorVersion.Text}.")
            .Comment("Change the profile's C# and build again: changes made here are lost.")
            .Comment("shellcheck disable=SC2034 # not every script uses every value")
            .Assign("profile", profile.Name)
            .Assign("timeout_in_seconds", profile.Host.TimeoutInSeconds)
            .Assign("pre_retries", profile.Host.PreScriptNoOfRetries)
            .Assign("post_retries", profile.Host.PostScriptNoOfRetries)
            .Assign("lease_in_seconds", profile.Run.LeaseInSeconds)
            .Assign("freeze_limit_in_seconds", profile.Host.FsFreezeEnabled == false ? 0 : profile.Run.FreezeLimitInSeconds)
            .Assign("run_directory", profile.Run.RunDirectory)
            .Assign("log_directory", profile.Run.LogDirectory)
            .Assign("state_directory", profile.Run.StateDirectory)
            .Assign("most_runs_kept", Limits.MostRunsKept)
            .Assign("frozen_mounts", string.Join("\n", profile.MountsToFreeze()))
            .Assign("engine_count", profile.Engines.Count)
            .Assign("step_count", before.Length)
            .Assign("after_step_count", after.Length);

        for (var i = 0; i < profile.Engines.Count; i++)
        {
            head.OpenFunction("engine", i + 1);
            EngineSettingsHead.Write(head, profile.Engines[i]);
            head.CloseFunction();
        }

        WriteSteps(head, "step", before);
        WriteSteps(head, "after_step", after);
        return new CompiledScript(head.ToString(), Fragments(profile, lastFragments).ToArray());
    }

    private static void WriteSteps(ScriptHead head, string function, StepSpec[] steps)
    {
        for (var i = 0; i < steps.Length; i++)
        {
            head.OpenFunction(function, i + 1)
                .Assign("step_member", steps[i].Member)
                .Assign("step_limit_in_seconds", steps[i].TimeoutInSeconds)
                .Assign("step_text", steps[i].Text)
                .Assign("step_undo_member", steps[i].Undo?.Member)
                .Assign("step_undo_text", steps[i].Undo?.Text)
                .CloseFunction();
        }
    }

    /// <summary>Each fragment once, and of the engines' only those that the profile has.</summary>
    private static IEnumerable<string> Fragments(ProfileSpec profile, IEnumerable<string> lastFragments)
        => ((string[])["core", "run", "session"])
            .Concat(profile.Engines.SelectMany(FragmentsOf).Distinct())
            .Concat(["steps", OutcomeWords.FragmentName, "report", "record", "wind-down"])
            .Concat(lastFragments);

    private static string[] FragmentsOf(EngineSpec engine) => engine switch
    {
        MariaDbSpec or MySqlSpec => ["devices", "mysql-family", engine.Kind],
        PostgreSqlSpec { Method: PostgreSqlQuiesce.Checkpoint, Cluster: PostgreSqlCluster.Patroni } => ["devices", "postgresql-patroni", engine.Kind],
        PostgreSqlSpec { Method: PostgreSqlQuiesce.BackupMode } => ["devices", "postgresql-backup-mode", engine.Kind],
        PostgreSqlSpec or MongoDbSpec or RedisSpec => ["devices", engine.Kind],
        _ => [engine.Kind],
    };

    private static string[] ExaminationFragmentsOf(EngineSpec engine) => engine switch
    {
        MariaDbSpec or MySqlSpec => ["examine-mysql-family"],
        _ => ["examine-" + engine.Kind],
    };
}
