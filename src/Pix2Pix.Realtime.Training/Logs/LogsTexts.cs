namespace Pix2Pix.Realtime.Training.Logs;

/// <summary>Texts about the figures of a run.</summary>
internal static class LogsTexts
{
    public static string RowsDropped(int rows, string file) => $"{rows} rows of {file} are damaged and were dropped.";
    public static string NotTruncated(string file, long step, string message) => $"{file} could not be truncated at step {step}; its rows of later steps stay: {message}";
}
