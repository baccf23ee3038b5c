using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Quiesce.Contract.Profiles;
using Quiesce.Runtime.Running;
using Xunit;

namespace Quiesce.Runtime.Tests.Library;

/// <summary>Where a program's profiles are laid out: the one place on this machine, with names of the test's own.</summary>
public sealed class ProfileFolderTests : IDisposable
{
    private readonly string _name = $"test-{Guid.NewGuid():N}";

    public ProfileFolderTests() => Privileges.RequireRoot();

    private string[] Folders => Directory.GetDirectories(ProfileFolder.Root, _name + "*");

    public void Dispose()
    {
        foreach (string folder in Folders)
            Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Each_build_of_a_profile_has_one_folder_however_often_it_is_run()
    {
        string first = ProfileFolder.Write(Build("true"));

        Assert.Equal(first, ProfileFolder.Write(Build("true")));
        Assert.NotEqual(first, ProfileFolder.Write(Build("false")));
        Assert.Equal(2, Folders.Length);
    }

    [Fact]
    public void What_was_not_used_for_a_day_is_forgotten_and_what_is_used_again_is_not()
    {
        string old = ProfileFolder.Write(Build("true"));
        string used = ProfileFolder.Write(Build("false"));
        string half = Directory.CreateDirectory($"{old}.half").FullName;
        foreach (string folder in (string[])[old, used, half])
            Directory.SetLastWriteTimeUtc(folder, DateTime.UtcNow.AddHours(-25));

        ProfileFolder.Write(Build("false"));

        Assert.Equal([used], Folders);
        Assert.Equal(4, Directory.GetFiles(used).Length);
    }

    [Fact]
    public void Programs_that_write_and_forget_at_the_same_time_each_find_their_profile_whole()
    {
        Parallel.For(0, 200, number =>
        {
            string folder = ProfileFolder.Write(Build($"exit {number % 5}"));
            Assert.Equal(4, Directory.GetFiles(folder).Length);
        });

        Assert.Equal(5, Folders.Length);
    }

    private ProfileHandle Build(string step) => Handles.Of(CompiledProfile.Sample with
    {
        Name = _name,
        Engines = default,
        Steps = (StepSpec[])[new StepSpec { Member = "Step", Phase = StepPhase.BeforeQuiesce, Text = step, TimeoutInSeconds = 5 }],
    });
}
