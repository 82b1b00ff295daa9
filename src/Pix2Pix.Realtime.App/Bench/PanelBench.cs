using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.App.Training;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Settings;

namespace Pix2Pix.Realtime.App.Bench;

/// <summary>Painting and training on the same processor: what each loses to the other. The real program off-screen, and the real training host.</summary>
internal static class PanelBench
{
    private const int Rounds = 2;
    private const double WarmSteps = 25;

    /// <summary>The trainer's own rate is one over its last ten seconds.</summary>
    private const double RateSeconds = 11;

    private const double PaintSeconds = 16;

    private static readonly PixelSize WindowSize = new(1280, 720);

    /// <param name="model">The generator that is painted on.</param>
    public static IReadOnlyList<BenchRow> Run(string model)
    {
        var runs = Directory.CreateTempSubdirectory("pix2pix-bench-").FullName;
        try
        {
            using var live = new OffscreenSession(model, scene: null, WindowSize, LiveClock.Real);
            var painter = new BenchPainter(live);
            var untroubled = painter.Paint(PaintSeconds);
            var training = live.Training.Session;
            training.Start(Recipe(runs), resume: false);
            painter.Until(() => training.Progress.Step >= WarmSteps || !training.IsTraining);
            if (!training.IsTraining)
            {
                throw new UserException(BenchTexts.RunEnded(training.Progress.Words));
            }

            var (alone, idle) = (new List<double>(), new List<double>());
            for (var round = 0; round < Rounds; round++)
            {
                alone.Add(Rate(live, training, () => painter.Leave(RateSeconds)));
                idle.Add(Rate(live, training, () => painter.Watch(RateSeconds)));
            }

            var troubled = painter.Paint(PaintSeconds);
            var painting = training.Progress.StepsPerSecond;
            training.Stop();
            painter.Until(() => !training.IsTraining);
            var free = alone.Max();
            return
            [
                BenchRow.Most("panel.ui_frame_p99_ms", troubled.FrameP99, "ms", live.Live.Device.IsSoftware ? 33 : 16),
                new BenchRow("panel.ui_frame_p99_alone_ms", untroubled.FrameP99, "ms", null),
                BenchRow.Most("panel.paint_to_photon_ratio", troubled.PhotonP99 / untroubled.PhotonP99, "", 2.5),
                new BenchRow("panel.paint_to_photon_p99_ms", troubled.PhotonP99, "ms", null),
                BenchRow.Least("panel.train_rate_idle_ratio", idle.Max() / free, "", 0.9),
                BenchRow.Least("panel.train_rate_painting_ratio", painting / free, "", 0.25),
                new BenchRow("panel.train_steps_per_s", free, "1/s", null),
            ];
        }
        finally
        {
            Directory.Delete(runs, recursive: true);
        }
    }

    private static double Rate(OffscreenSession live, TrainingSession training, Action pass)
    {
        pass();
        live.Loop.Frame();
        return training.Progress.StepsPerSecond;
    }

    /// <summary>Nothing is exported or checked meanwhile: a step's time is a step's time.</summary>
    private static SettingValues Recipe(string runs) => ConfigFile.Parse(TrainingSettings.Table, "", BenchTexts.TheBench,
    [
        $"run.folder={runs}", "run.name=bench", "generator.width=32", "discriminator.width=32", "training.steps=1000000",
        "output.checkpoint_every=1000000", "output.snapshot_every=1000000", "output.sample_every=1000000", "output.validate_every=1000000",
    ]);
}
