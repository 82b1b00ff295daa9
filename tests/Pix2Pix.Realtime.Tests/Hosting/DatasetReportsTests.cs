using Pix2Pix.Realtime.Data;
using Pix2Pix.Realtime.Hosting;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Settings;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.Tests.Hosting;

public sealed class DatasetReportsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Pairs_sizes_bad_files_and_examples_are_reported_and_the_direction_is_that_of_the_settings()
    {
        SynthesizedFolder.Write(_folder.File("set"), 10, 1, 64, PaletteFile.Load("cmp-facade"), () => { });
        var training = Directory.GetFiles(_folder.File("set", "train")).Order().ToList();
        File.WriteAllText(training[0], "no picture");
        var report = DatasetReports.Make(Settings("BtoA"));
        Assert.Equal(training.Count - 1, report.TrainingPairs);
        Assert.Contains("all 64x64", report.Words, StringComparison.Ordinal);
        Assert.Contains(Path.GetFileName(training[0]), Assert.Single(report.Problems), StringComparison.Ordinal);
        Assert.Equal(3, report.Examples.Count);

        var forwards = ImageFile.Decode(report.Examples[0]);
        var backwards = ImageFile.Decode(DatasetReports.Make(Settings("AtoB")).Examples[0]);
        Assert.Equal((128, 64), (forwards.Width, forwards.Height));
        Assert.NotEqual(forwards.Rgba, backwards.Rgba);
    }

    [Fact]
    public void A_glance_has_the_examples_and_leaves_bad_files_to_the_whole_look()
    {
        SynthesizedFolder.Write(_folder.File("set"), 10, 1, 64, PaletteFile.Load("cmp-facade"), () => { });
        var training = Directory.GetFiles(_folder.File("set", "train")).Order().ToList();
        File.WriteAllText(training[0], "no picture");
        var report = DatasetReports.Glance(Settings("BtoA"));
        Assert.Equal(training.Count, report.TrainingPairs);
        Assert.Empty(report.Problems);
        Assert.Equal(3, report.Examples.Count);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_refused_in_words() =>
        Assert.Contains("found none", Assert.Throws<UserException>(() => DatasetReports.Make(Settings("BtoA"))).Message, StringComparison.Ordinal);

    public void Dispose() => _folder.Dispose();

    private SettingValues Settings(string direction) => ConfigFile.Parse(
        TrainingSettings.Table, "", "test", [$"data.root={Path.Combine(_folder.Path, "set")}", $"data.direction={direction}", "data.load_size=64", "data.crop_size=64"]);
}
