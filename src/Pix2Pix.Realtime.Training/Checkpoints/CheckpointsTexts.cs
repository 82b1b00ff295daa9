namespace Pix2Pix.Realtime.Training.Checkpoints;

/// <summary>Texts about checkpoints.</summary>
internal static class CheckpointsTexts
{
    public const string Foreign = "it is not a checkpoint of this program";
    public const string Changed = "it is truncated or changed";
    public const string IndexUnreadable = "it was changed: its index can't be read";
    public const string IndexIncomplete = "it was changed: its index is incomplete";
    public static string WrongLength(long expected, long found) => $"it is truncated or changed: expected {expected} bytes, found {found}";
    public const string WrongChecksum = "it was changed: its checksum differs";
    public static string NotRegular(string found) => $"expected a regular file, found {found}";
    public const string Truncated = "it is truncated";
    public static string DiskFull(string removed, long step) => $"The disk is full: {removed} was removed to make room for the checkpoint of step {step}.";
    public static string Unusable(string file, string fault) => $"The checkpoint {file} can't be used: {fault}; the previous one is used instead.";
}
