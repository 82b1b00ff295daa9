using Pix2Pix.Realtime.Ranks;
using Pix2Pix.Realtime.Settings;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Ranks;

/// <summary>How many threads a rank computes on.</summary>
internal static class RankThreads
{
    /// <summary>Sets them: as many as the settings say, or this rank's part of the cores. libtorch is loaded.</summary>
    public static void Set(SettingValues settings, IRanks ranks)
    {
        var threads = settings.Get(TrainingSettings.Threads);
        if (threads == 0 && ranks.LocalCount > 1)
        {
            threads = Math.Max(1, Environment.ProcessorCount / ranks.LocalCount);
        }

        if (threads > 0)
        {
            set_num_threads(threads);
        }
    }
}
