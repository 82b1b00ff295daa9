using System.Runtime.InteropServices;
using Pix2Pix.Realtime.Data;
using Pix2Pix.Realtime.Ranks;
using Pix2Pix.Realtime.Settings;
using Pix2Pix.Realtime.Training.Native;
using Pix2Pix.Realtime.Training.Ranks;
using Pix2Pix.Realtime.Training.Runs;

namespace Pix2Pix.Realtime.Training.CommandLine;

/// <summary><c>pix2pix train</c> on a rank other than 0: the same meetings in the same order as there.</summary>
internal static class RankCommand
{
    private const int Failed = 1;

    public static int Follow(TrainOptions options, IRanks ranks)
    {
        // Rank 0 hears the same signals, and tells.
        PosixSignal[] left = [PosixSignal.SIGINT, PosixSignal.SIGTERM, StopSignals.User];
        var registrations = left.Select(signal => PosixSignalRegistration.Create(signal, heard => heard.Cancel = true)).ToList();
        try
        {
            Run(options, ranks);
            ranks.Leave();
            return 0;
        }
        catch (OtherRankException)
        {
            // Until rank 0 has spoken and saved: the launcher ends all ranks as soon as one has failed.
            ranks.Leave();
            return Failed;
        }
        catch (UserException fault)
        {
            throw new UserException(CommandLineTexts.RankFailed(ranks.NameOf(ranks.Rank), fault.Message), fault);
        }
        finally
        {
            registrations.ForEach(registration => registration.Dispose());
        }
    }

    private static void Run(TrainOptions options, IRanks ranks)
    {
        TrainCommand.StepBack();
        var own = ranks.Together(() => options.Config is null ? null : ConfigFile.Load(TrainingSettings.Table, options.Config, options.Overrides));
        var settings = Agreement.OnSettings(ranks, own);
        LibTorch.LoadForTraining();
        RankThreads.Set(settings, ranks);
        var pairs = ranks.Together(() => PairSources.Open(settings));
        Agreement.OnPairs(ranks, pairs.Training);
        ranks.Together(() => new Recipe(settings, pairs.Training.InputChannels, pairs.Training.TargetChannels));
        settings.TrySet(TrainingSettings.Precision, ranks.ShareText(""));
        using var run = new FollowingRun(settings, pairs.Training, ranks);
        run.Run();
    }
}
