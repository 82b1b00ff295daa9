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
            return new Finding(Topic, Verdict.Optional, DoctorTexts.TrainingNotBuilt(LauncherName.Here));
        }

        var answer = await Tool.AnswerAsync(TrainingProgram.Start("doctor"));
        return answer is null
            ? new Finding(Topic, Verdict.Missing, DoctorTexts.TrainingFails(LauncherName.Here))
            : new Finding(Topic, answer.Contains("does not load", StringComparison.Ordinal) ? Verdict.Missing : Verdict.Works, answer.Trim());
    }
}
