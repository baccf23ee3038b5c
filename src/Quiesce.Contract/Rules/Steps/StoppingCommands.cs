using System.Linq;

namespace Quiesce.Contract.Rules;

/// <summary>Commands that stop or pause something that goes on running otherwise.</summary>
internal static class StoppingCommands
{
    /// <summary>What the command stops, or <see langword="null"/> when it stops nothing.</summary>
    public static string? StoppedBy(StepCommand command)
    {
        var operands = command.Operands.ToArray();
        var (verb, second) = (operands.ElementAtOrDefault(0), operands.ElementAtOrDefault(1));
        return command.Name switch
        {
            "systemctl" or "supervisorctl" or "pm2" or "initctl" when verb == "stop" => Rest(operands, 1),
            "sv" when verb is "stop" or "down" or "pause" => Rest(operands, 1),
            "monit" when verb is "stop" or "unmonitor" => Rest(operands, 1),
            "service" or "invoke-rc.d" or "rc-service" when second == "stop" => verb,
            "apachectl" or "apache2ctl" when verb is "stop" or "graceful-stop" => "apache",
            "nginx" when command.Has("-s") && verb is "stop" or "quit" => "nginx",
            "docker" or "podman" when verb is "stop" or "pause" or "kill" => Rest(operands, 1),
            "docker" or "podman" when verb == "compose" && second is "stop" or "pause" or "down" => Rest(operands, 2),
            "docker-compose" when verb is "stop" or "pause" or "down" => Rest(operands, 1),
            "kill" or "pkill" or "killall" when SendsStop(command) => Rest([.. operands.Where(operand => operand is not ("STOP" or "SIGSTOP"))], 0),
            _ when verb == "stop" && command.Site.Command.Words[0].Text == "/etc/init.d/" + command.Name => command.Name,
            _ => null,
        };
    }

    private static bool SendsStop(StepCommand command) => command.Has("-STOP", "-SIGSTOP", "-19") || (command.Has("-s", "--signal") && command.Has("STOP", "SIGSTOP"));

    private static string Rest(string[] operands, int from) => operands.Length > from ? string.Join(" ", operands.Skip(from)) : "everything";
}
