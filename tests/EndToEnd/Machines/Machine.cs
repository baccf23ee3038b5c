using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace Quiesce.EndToEnd.Machines;

/// <summary>
/// A virtual machine under emulation: the one place where <c>/</c> may be frozen. It has no network, and its end is that of a process. What the test wants done
/// inside goes through a port as a shell script.
/// </summary>
internal sealed class Machine : IAsyncDisposable
{
    /// <summary>What the emulator calls the machine's own disk.</summary>
    public const string RootDrive = "root";

    /// <summary>For everything that takes seconds; a machine of two loaded processors is slow, and one that hangs is noticed all the same.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Ends a machine whose test was killed.</summary>
    private const string LifeInSeconds = "1200";

    private readonly string folder;
    private readonly Process process;
    private Socket? port;
    private StreamReader answers = StreamReader.Null;

    private Machine(string folder, Process process)
    {
        this.folder = folder;
        this.process = process;
    }

    public string Console => File.Exists(ConsoleFile(folder)) ? File.ReadAllText(ConsoleFile(folder)) : "";

    /// <summary>Returns when the machine answers.</summary>
    /// <param name="image">What it is made of.</param>
    /// <param name="disks">Images of further disks: <c>/dev/vdb</c> and so on.</param>
    /// <param name="more">Further arguments of the emulator.</param>
    public static async Task<Machine> BootAsync(MachineImage image, IEnumerable<string> disks, params string[] more)
    {
        var folder = Directory.CreateTempSubdirectory("quiesce-machine-").FullName;
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(PortFile(folder)));
        listener.Listen();
        var start = new ProcessStartInfo("timeout", ["--signal=KILL", LifeInSeconds, "qemu-system-x86_64", .. Arguments(image, folder, disks), .. more])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var machine = new Machine(folder, Process.Start(start)!);
        try
        {
            await machine.ConnectAsync(listener);
            return machine;
        }
        catch
        {
            await machine.DisposeAsync();
            throw;
        }
    }

    /// <summary>What a script inside printed; it must succeed.</summary>
    public async Task<string> RunAsync(string script)
    {
        var (status, output) = await TryRunAsync(script);
        return status == 0 ? output : throw new InvalidOperationException($"inside the machine, exit status {status} of:\n{script}\n{output}");
    }

    public async Task<(int Status, string Output)> TryRunAsync(string script)
    {
        await SendAsync(script);
        var answer = (await AnswerAsync("an answer to:\n" + script)).Split(' ');
        return (int.Parse(answer[0], CultureInfo.InvariantCulture), Encoding.UTF8.GetString(Convert.FromBase64String(answer[1])));
    }

    /// <summary>Asks for a script that gives no answer, as one that switches the machine off.</summary>
    public async Task SendAsync(string script)
    {
        var line = Convert.ToBase64String(Encoding.UTF8.GetBytes(script)) + "\n";
        await port!.SendAsync(Encoding.ASCII.GetBytes(line));
    }

    /// <summary>Returns when the machine has switched itself off.</summary>
    public async Task SwitchedOffAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"the machine did not switch itself off. Its console:\n{Console}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        answers.Dispose();
        port?.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>An emulated processor that gets no time of the real one looks to the kernel as if its timer were broken; and a kernel that gives up ends its machine, rather than a test's patience.</summary>
    private const string UnderEmulation = "no_timer_check panic=-1";

    private static IEnumerable<string> Arguments(MachineImage image, string folder, IEnumerable<string> disks) =>
    [
        "-accel", "tcg,thread=multi", "-cpu", "max", "-smp", "2", "-m", "1024",
        "-nodefaults", "-no-user-config", "-no-reboot", "-display", "none", "-nic", "none",
        "-kernel", image.Kernel, "-initrd", image.MemoryDisk,
        "-append", "root=/dev/vda rw console=ttyS0 quiet systemd.show_status=yes mitigations=off " + UnderEmulation,
        "-serial", "file:" + ConsoleFile(folder),
        "-object", "rng-random,id=chance,filename=/dev/urandom", "-device", "virtio-rng-pci,rng=chance",
        "-device", "virtio-serial",
        "-chardev", $"socket,id=control,path={PortFile(folder)}", "-device", "virtserialport,chardev=control,name=quiesce.control",
        "-drive", $"id={RootDrive},file={image.Disk},format={(image.Disk.EndsWith(".qcow2", StringComparison.Ordinal) ? "qcow2" : "raw")},if=virtio,snapshot={(image.KeepsChanges ? "off" : "on")}",
        .. disks.SelectMany(disk => (string[])["-drive", $"file={disk},format=raw,if=virtio"]),
    ];

    private static string PortFile(string folder) => Path.Combine(folder, "port");

    private static string ConsoleFile(string folder) => Path.Combine(folder, "console");

    /// <summary>The test listens, so that nothing has to wait for a socket to appear; the machine says that it is there when it is.</summary>
    private async Task ConnectAsync(Socket listener)
    {
        using var limit = new CancellationTokenSource(Patience);
        var connecting = listener.AcceptAsync(limit.Token).AsTask();
        if (await Task.WhenAny(connecting, process.WaitForExitAsync(limit.Token)) != connecting)
            throw new InvalidOperationException($"the emulator did not start: {await process.StandardError.ReadToEndAsync(limit.Token)}");

        port = await connecting;
        answers = new StreamReader(new NetworkStream(port));
        Assert.Equal("ready", await AnswerAsync("the machine to be there"));
    }

    private async Task<string> AnswerAsync(string to)
    {
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            return await answers.ReadLineAsync(limit.Token) ?? throw new InvalidOperationException($"the machine ended; it was asked for {to}\nIts console:\n{Console}");
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"the machine was asked for {to}\nIts console:\n{Console}");
        }
    }
}
