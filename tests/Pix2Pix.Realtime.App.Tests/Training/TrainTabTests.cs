using Pix2Pix.Realtime.App.Tests.Live;
using Pix2Pix.Realtime.App.Training;
using Pix2Pix.Realtime.Data;
using Pix2Pix.Realtime.Labels;

namespace Pix2Pix.Realtime.App.Tests.Training;

/// <summary>The Train tab in the real window, with the real training program.</summary>
public sealed class TrainTabTests : IDisposable
{
    private readonly LiveRun _live = new();

    public void Dispose() => _live.Dispose();

    [Fact]
    public void A_dataset_is_looked_at_as_soon_as_its_folder_is_typed()
    {
        SynthesizedFolder.Write(_live.At("set"), 10, 1, 64, PaletteFile.Load("cmp-facade"), () => { });
        using var tab = new TrainTab(_live, "--model", _live.Model);
        tab.Wait("dataset", facts => facts.GetProperty("words").GetString()!.Contains("drawn on the fly", StringComparison.Ordinal));
        tab.Type("dataset", _live.At("set"));
        tab.Wait("dataset", facts => facts.GetProperty("words").GetString() is { } words && words.Contains("all 64x64", StringComparison.Ordinal));
        tab.Type("dataset", _live.At("nowhere"));
        tab.Wait("dataset", facts => facts.GetProperty("fault").GetString() is { } fault && fault.Contains("found none", StringComparison.Ordinal));
    }

    [Fact]
    public void A_run_is_stopped_and_resumed_from_the_list_of_runs()
    {
        Assert.SkipUnless(TrainingProgram.IsBuilt, "the training program is not built");
        using var tab = new TrainTab(_live, "--model", _live.Model);
        tab.Wait("dataset");
        tab.Type("width", "4");
        tab.Type("name", "first");
        tab.Press("start");
        tab.WaitForTraining("RunStarted");
        tab.WaitForTraining("StepDone", facts => facts.GetProperty("step").GetInt64() > 2);
        tab.Press("stop");
        var stopped = tab.WaitForTraining("RunFinished").GetProperty("step").GetInt64();
        tab.Wait("runs", facts => facts.GetProperty("count").GetInt32() == 1);
        tab.Press("resume");
        Assert.Equal(stopped, tab.WaitForTraining("RunStarted").GetProperty("step").GetInt64());
        tab.WaitForTraining("StepDone", facts => facts.GetProperty("step").GetInt64() > stopped);
    }
}
