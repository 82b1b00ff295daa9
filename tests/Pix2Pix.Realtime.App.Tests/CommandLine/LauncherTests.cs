using System.Diagnostics;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.App.Tests.CommandLine;

/// <summary>The launcher <c>./pix2pix</c> itself, with an SDK that builds nothing.</summary>
public sealed class LauncherTests : IDisposable
{
    /// <summary>As long as the real compiler's server stays, as far as this test is concerned.</summary>
    private const int ServerSeconds = 300;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_a_build_leaves_running_does_not_hold_up_the_next_command()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the launcher for Linux");
        Copy("pix2pix", "Directory.Build.props", "Directory.Packages.props", "global.json");
        Directory.CreateDirectory(_folder.File("src"));
        Write("sdk/dotnet", $"#!/bin/sh\ncase $1 in build) echo $2 >> \"$0.built\"; sleep {ServerSeconds} >/dev/null 2>&1 & echo $! >> \"$0.servers\" ;; *) echo \"ran $*\" ;; esac\n");
        try
        {
            Assert.Contains("ran ", Launch("model"), StringComparison.Ordinal);
            Assert.Contains("ran ", Launch("train"), StringComparison.Ordinal);

            // Both were built, and a third command builds nothing.
            Launch("train");
            Assert.Equal(2, File.ReadAllLines(_folder.File("sdk", "dotnet.built")).Length);
        }
        finally
        {
            foreach (var server in File.ReadAllLines(_folder.File("sdk", "dotnet.servers")))
            {
                Process.Start("kill", [server]).WaitForExit();
            }
        }
    }

    private string Launch(string verb)
    {
        var start = new ProcessStartInfo(_folder.File("pix2pix"), [verb]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PATH"] = $"{_folder.File("sdk")}:{start.Environment["PATH"]}";
        using var launcher = Process.Start(start)!;
        _ = launcher.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var said = launcher.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        if (!launcher.WaitForExit(TimeSpan.FromSeconds(ServerSeconds / 5)))
        {
            launcher.Kill(entireProcessTree: true);
            Assert.Fail($"'{verb}' waits for what an earlier build left running");
        }

        return said.Result;
    }

    private void Copy(params string[] names)
    {
        foreach (var name in names)
        {
            File.Copy(ProjectFolder.Under(name), _folder.File(name));
        }
    }

    private void Write(string name, string text)
    {
        var path = _folder.File(name.Split('/'));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
