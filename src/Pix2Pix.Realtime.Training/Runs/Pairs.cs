using Pix2Pix.Realtime.Settings;

namespace Pix2Pix.Realtime.Training.Runs;

/// <summary>Opens the pairs that a run's settings name.</summary>
internal static class Pairs
{
    /// <summary>The training and the validation pairs.</summary>
    /// <exception cref="UserException">There are none, or they don't fit the settings.</exception>
    public static (IPairSource Training, IPairSource Validation) Open(SettingValues settings) =>
        (new FolderPairs(settings, "train"), new FolderPairs(settings, "val"));
}
