using Pix2Pix.Realtime.Files;

namespace Pix2Pix.Realtime.Tests.Files;

public sealed class ProgramPathTests
{
    [Fact]
    public void A_name_is_looked_for_in_the_folders_of_PATH_and_a_file_is_taken_as_it_is()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the name of a program that every system has");
        Assert.True(Path.IsPathFullyQualified(ProgramPath.Find("sh")!));
        Assert.Equal("./sh", ProgramPath.Find("./sh"));
        Assert.Null(ProgramPath.Find("no-such-program-anywhere"));
    }

    [Fact]
    public void A_program_of_the_current_folder_is_not_found()
    {
        var file = $"pix2pix-program-{Guid.NewGuid():N}";
        File.WriteAllText(file, "#!/bin/sh\n");
        try
        {
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserExecute);
            }

            Assert.Null(ProgramPath.Find(file));
        }
        finally
        {
            File.Delete(file);
        }
    }
}
