using Pix2Pix.Realtime.Training.Native;
using Spectre.Console.Cli;

namespace Pix2Pix.Realtime.Training.CommandLine;

/// <summary><c>doctor</c>: one line on libtorch, for the app's own doctor.</summary>
internal sealed class DoctorCommand : Command
{
    public override int Execute(CommandContext context, CancellationToken cancellationToken)
    {
        Console.WriteLine(LibTorch.DescribeForDoctor());
        return 0;
    }
}
