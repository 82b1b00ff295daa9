namespace Pix2Pix.Realtime.Training.TensorBoard;

/// <summary>Texts about TensorBoard's files.</summary>
internal static class TensorBoardTexts
{
    public static string WrongChecksum(long at) => $"the checksum of the record at byte {at} differs";
    public static string FileDamaged(string file, string message) => $"{file} is damaged and is left as it is; the run continues in a new file: {message}";
}
