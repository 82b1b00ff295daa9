using Pix2Pix.Realtime.App.Processes;

namespace Pix2Pix.Realtime.App.Doctor;

/// <summary>Whether the training program is there and loads libtorch; it is asked as a process.</summary>
internal static class TrainingCheck
{
    public static async Task<Finding> RunAsync()
    {
        const string Topic = "libtorch";
        if (!TrainingProgram.IsBuilt)
        {
            return new Finding(Topic, Verdict.Optional, "not built yet: painting works; './pix2pix train --help' builds the training program, which brings libtorch");
        }

        var answer = await Tool.AnswerAsync("dotnet", TrainingProgram.File, "doctor");
        return answer is null
            ? new Finding(Topic, Verdict.Missing, "the training program does not load it; './pix2pix train --help' builds it again and says why")
            : new Finding(Topic, answer.Contains("does not load", StringComparison.Ordinal) ? Verdict.Missing : Verdict.Works, answer.Trim());
    }
}
