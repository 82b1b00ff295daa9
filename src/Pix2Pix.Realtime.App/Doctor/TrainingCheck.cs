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
            return new Finding(Topic, Verdict.Optional, $"not built yet: painting works; the first '{LauncherName.Here} train' or Start in the window builds the training program and fetches libtorch (0.6 GB)");
        }

        var answer = await Tool.AnswerAsync(TrainingProgram.Start("doctor"));
        return answer is null
            ? new Finding(Topic, Verdict.Missing, $"the training program failed to start; '{LauncherName.Here} train --config configs/quick.yaml --verbose' shows why")
            : new Finding(Topic, answer.Contains("does not load", StringComparison.Ordinal) ? Verdict.Missing : Verdict.Works, answer.Trim());
    }
}
