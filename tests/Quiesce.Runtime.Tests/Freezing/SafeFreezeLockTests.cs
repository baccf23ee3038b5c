using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Quiesce.Runtime.Freezing;
using Quiesce.Runtime.Tests.Freezing.Scratch;
using Xunit;

namespace Quiesce.Runtime.Tests.Freezing;

[Collection(FreezeCollection.Name)]
public sealed class SafeFreezeLockTests : IDisposable
{
    private const int Takings = 2_000;

    private readonly string folder = Directory.CreateTempSubdirectory("quiesce-lock-").FullName;

    public SafeFreezeLockTests() => FreezeScene.RequireRootAndLoops();

    private string LockFile => Path.Combine(folder, "SafeFreezeLockFile");

    [Fact]
    public async Task Keeps_the_agent_out_while_a_session_lives_and_leaves_the_file_as_it_was()
    {
        File.WriteAllText(LockFile, "the agent's");
        DateTime written = File.GetLastWriteTimeUtc(LockFile);
        using ScratchFileSystem system = ScratchFileSystem.Ext4();

        bool couldLock;
        await using (await FreezeScene.PrepareAsync(FreezeScene.Options with { LockFile = LockFile }, system))
            couldLock = await AgentAsync("pass") == 0;

        Assert.False(couldLock);
        Assert.Equal(0, await AgentAsync("pass"));
        Assert.Equal("the agent's", File.ReadAllText(LockFile));
        Assert.Equal(written, File.GetLastWriteTimeUtc(LockFile));
    }

    [Fact]
    public async Task A_file_that_was_not_there_is_not_there_afterwards()
    {
        using ScratchFileSystem system = ScratchFileSystem.Ext4();

        await using (await FreezeScene.PrepareAsync(FreezeScene.Options with { LockFile = LockFile }, system))
            Assert.True(File.Exists(LockFile));

        Assert.False(File.Exists(LockFile));
    }

    [Fact]
    public async Task A_lock_that_the_agent_holds_refuses_the_freeze_by_name()
    {
        using ScratchFileSystem system = ScratchFileSystem.Ext4();
        using Process agent = StartAgent("print('locked', flush=True); sys.stdin.read()");
        await agent.StandardOutput.ReadLineAsync();

        var refusal = await Assert.ThrowsAsync<FreezeException>(() => FreezeScene.PrepareAsync(FreezeScene.Options with { LockFile = LockFile }, system));
        agent.StandardInput.Close();
        await agent.WaitForExitAsync();

        Assert.Equal(FreezeFault.Failed, refusal.Fault);
        Assert.Contains(LockFile, refusal.Message, StringComparison.Ordinal);
        Assert.False(system.IsFrozen());
    }

    /// <summary>Each makes the file anew and removes it: who opens it in between must not take the lock of a file that has gone for the lock.</summary>
    [Fact]
    public async Task Of_many_that_come_and_go_never_two_hold_it()
    {
        int holding = 0;
        int takings = 0;

        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
        {
            while (Volatile.Read(ref takings) < Takings)
            {
                if (TryTake() is not { } taken)
                    continue;
                using (taken)
                {
                    Assert.Equal(1, Interlocked.Increment(ref holding));
                    Interlocked.Increment(ref takings);
                    Thread.Yield();
                    Interlocked.Decrement(ref holding);
                }
            }
        })));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private SafeFreezeLock? TryTake()
    {
        try
        {
            return SafeFreezeLock.Take(LockFile);
        }
        catch (FreezeException)
        {
            return null;
        }
    }

    private async Task<int> AgentAsync(string action)
    {
        using Process agent = StartAgent(action);
        await agent.WaitForExitAsync();
        return agent.ExitCode;
    }

    /// <summary>Azure's agent is a Python program, and locks as Python does.</summary>
    private Process StartAgent(string action)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/python3"), "the agent's way of locking is played by python3, which is not installed");
        string program = "import fcntl, sys\nf = open(sys.argv[1], 'a')\nfcntl.lockf(f, fcntl.LOCK_EX | fcntl.LOCK_NB)\n" + action;
        return Process.Start(new ProcessStartInfo("/usr/bin/python3", ["-c", program, LockFile])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
    }
}
