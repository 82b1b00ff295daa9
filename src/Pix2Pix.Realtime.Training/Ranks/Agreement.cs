using System.Runtime.InteropServices;
using Pix2Pix.Realtime.Data;
using Pix2Pix.Realtime.Ranks;
using Pix2Pix.Realtime.Settings;

namespace Pix2Pix.Realtime.Training.Ranks;

/// <summary>What all ranks must have alike before the first step: the recipe and the pairs. A difference is named, never averaged.</summary>
internal static class Agreement
{
    /// <summary>Pairs that are compared: reading all of them once more would take as long as an epoch.</summary>
    private const int ComparedPairs = 8;

    /// <summary>What two machines may differ by in the mean of a picture, in the range -1..1.</summary>
    private const double Rounding = 1e-3;

    /// <summary>Settings that belong to a machine, or that rank 0 decides.</summary>
    private static readonly Setting[] Own =
        [TrainingSettings.RunFolder, TrainingSettings.DataRoot, TrainingSettings.Threads, TrainingSettings.Device, TrainingSettings.Precision, TrainingSettings.Ranks];

    /// <summary>Rank 0's recipe for this rank, with the places and the device that this rank's own configuration says.</summary>
    /// <param name="own">This rank's; null = it has none, as where rank 0 alone has the checkpoint that a run goes on from.</param>
    /// <exception cref="UserException">Another rank's recipe is another one.</exception>
    public static SettingValues OnSettings(IRanks ranks, SettingValues? own)
    {
        var agreed = ConfigFile.Parse(TrainingSettings.Table, ranks.ShareText(own?.ToYaml() ?? ""), RanksTexts.FirstConfiguration, []);
        return ranks.Together(() =>
        {
            if (own is null)
            {
                return agreed;
            }

            var differences = TrainingSettings.Table.All.Except(Own).Where(setting => own.Text(setting) != agreed.Text(setting))
                .Select(setting => RanksTexts.SettingDiffers(setting.Path, own.Text(setting), agreed.Text(setting))).ToList();
            if (differences.Count > 0)
            {
                throw new UserException(RanksTexts.ConfigurationDiffers(string.Join("; ", differences)));
            }

            own.Set(TrainingSettings.Precision, agreed.Get(TrainingSettings.Precision));
            own.Set(TrainingSettings.Ranks, ranks.Count);
            return own;
        });
    }

    /// <exception cref="UserException">Another rank has other pairs, or there are too few.</exception>
    public static void OnPairs(IRanks ranks, IPairSource training)
    {
        if (ranks.Count == 1)
        {
            return;
        }

        var counts = ranks.GatherText($"{training.Count}");
        var contents = ranks.Gather(MemoryMarshal.AsBytes(Means(training).AsSpan()).ToArray()).Select(bytes => MemoryMarshal.Cast<byte, double>(bytes).ToArray()).ToList();
        ranks.Together(() =>
            counts[ranks.Rank] != counts[0] ? throw new UserException(RanksTexts.PairCountDiffers(counts[0], counts[ranks.Rank]))
            : contents[ranks.Rank].Zip(contents[0], (own, first) => Math.Abs(own - first)).Any(difference => difference > Rounding) ? throw new UserException(RanksTexts.PairsDiffer)
            : training.Count < ranks.Count ? throw new UserException(RanksTexts.TooFewPairs(ranks.Count, training.Count))
            : 0);
    }

    /// <summary>The mean values of some pairs, from the first to the last; not their bits, for a JPEG file's last digits depend on the processor.</summary>
    private static double[] Means(IPairSource pairs)
    {
        var input = new float[pairs.InputChannels * pairs.Size * pairs.Size];
        var target = new float[pairs.TargetChannels * pairs.Size * pairs.Size];
        var means = new double[2 * Math.Min(pairs.Count, ComparedPairs)];
        for (var i = 0; i < means.Length; i += 2)
        {
            pairs.Load((int)((long)i * pairs.Count / means.Length), null, input, target);
            (means[i], means[i + 1]) = (input.Average(value => (double)value), target.Average(value => (double)value));
        }

        return means;
    }
}
