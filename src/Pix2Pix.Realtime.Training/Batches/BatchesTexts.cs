namespace Pix2Pix.Realtime.Training.Batches;

/// <summary>Texts about reading pairs.</summary>
internal static class BatchesTexts
{
    public static string PairNotRead(string message) => $"A training pair can't be read: {message}";
}
