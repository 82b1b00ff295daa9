using Pix2Pix.Realtime.App.Models;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Shared;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.App.Tests.Models;

public sealed class ModelFoldersTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_box_comes_first_then_what_was_kept_then_each_runs_newest()
    {
        TwoLayerModel.Write(_folder.File("box", "facades.onnx"));
        TwoLayerModel.Write(_folder.File("box", "facades.int8.onnx"));
        TwoLayerModel.Write(_folder.File("kept", "mine.onnx"));
        TwoLayerModel.Write(_folder.File("kept", "small.int8.onnx"));
        TwoLayerModel.Write(_folder.File("runs", "old", "snapshots", "generator-000500.onnx"));
        TwoLayerModel.Write(_folder.File("runs", "new", "snapshots", "generator-000500.onnx"));
        TwoLayerModel.Write(_folder.File("runs", "new", "snapshots", "generator-001000.onnx"));
        Directory.CreateDirectory(Path.Combine(_folder.Path, "runs", "empty"));
        File.SetLastWriteTimeUtc(_folder.File("runs", "old", "snapshots", "generator-000500.onnx"), DateTime.UtcNow.AddDays(-1));
        var names = ModelFolders.List(In("box"), In("kept"), In("runs")).Select(entry => entry.Name);
        Assert.Equal(["facades", "mine", "small.int8", "new 1000", "old 500"], names);
        Assert.Empty(ModelFolders.List(In("no"), In("such"), In("folders")));
    }

    [Fact]
    public void A_trial_has_the_generators_picture_and_its_speed()
    {
        TwoLayerModel.Write(_folder.File("good.onnx"));
        var tried = ModelTrial.Run(new ModelEntry(_folder.File("good.onnx"), "good", 0), new PixelImage(128, 128), PaletteFile.Load("cmp-facade"));
        Assert.Equal((64, 64), (tried.Thumbnail!.Width, tried.Thumbnail.Height));
        Assert.True(tried.Milliseconds > 0 && tried.Fault.Length == 0);
    }

    [Fact]
    public void A_file_that_is_cut_has_a_sentence_instead()
    {
        TwoLayerModel.Write(_folder.File("whole.onnx"));
        File.WriteAllBytes(_folder.File("cut.onnx"), File.ReadAllBytes(_folder.File("whole.onnx"))[..200]);
        var tried = ModelTrial.Run(new ModelEntry(_folder.File("cut.onnx"), "cut", 0), new PixelImage(64, 64), PaletteFile.Load("cmp-facade"));
        Assert.Null(tried.Thumbnail);
        Assert.Contains("cut.onnx", tried.Fault, StringComparison.Ordinal);
    }

    private string In(string name) => Path.Combine(_folder.Path, name);
}
