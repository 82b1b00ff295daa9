namespace Pix2Pix.Realtime.Training.Distillation;

/// <summary>What a teacher is called.</summary>
internal static class DistillationTexts
{
    public static string Teacher(string run, long step) => $"{run} at step {step}";
}
