using System.Diagnostics;
using System.Runtime.Versioning;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Tests.Shared;
using Pix2Pix.Realtime.Training.Tests.CommandLine;

namespace Pix2Pix.Realtime.Training.Tests.Ranks;

/// <summary>Ranks where Open MPI is missing, or where another launcher started them.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class NoMpiTests
{
    [Theory]
    [InlineData("PATH", "/nowhere", "Expected Open MPI's mpirun for training.ranks 2, found none")]
    [InlineData("PATH", "OTHER", "found another MPI's at")]
    [InlineData("PMI_SIZE", "2", "Expected Open MPI's mpirun as the launcher")]
    public void One_sentence_names_the_package(string variable, string value, string sentence)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there is no Open MPI for Windows");
        using var folder = new TemporaryFolder();
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? ProgramPath.Of("dotnet"), [
            TrainingProcess.Program, "train", "--config", ProjectFolder.Under("configs", "quick.yaml"), $"run.folder={folder.Path}", "training.ranks=2"]);
        using var other = new TemporaryFolder();
        File.WriteAllText(other.File("mpirun"), "#!/bin/sh\necho HYDRA build details:\n");
        File.SetUnixFileMode(other.File("mpirun"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        start.Environment[variable] = value.Replace("OTHER", other.Path, StringComparison.Ordinal);
        var (code, said) = Tool.Try(start);
        Assert.Equal(1, code);
        Assert.Contains(sentence, said, StringComparison.Ordinal);
        Assert.Contains("openmpi-bin", said, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }
}
