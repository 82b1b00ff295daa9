using Pix2Pix.Realtime.Data;
using Pix2Pix.Realtime.Hosting;
using Pix2Pix.Realtime.Inference;
using Pix2Pix.Realtime.Settings;
using Pix2Pix.Realtime.Tests.Shared;
using Pix2Pix.Realtime.Training.Batches;
using Pix2Pix.Realtime.Training.Checkpoints;
using Pix2Pix.Realtime.Training.Weights;

namespace Pix2Pix.Realtime.Training.Tests.Styles;

/// <summary>Runs whose generator is told the target's style.</summary>
public sealed class StyleRunTests : IDisposable
{
    private static readonly string[] Styled = ["generator.dropout=0", "generator.style=described"];

    private readonly TemporaryFolder _folder = new();
    private readonly TemporaryFolder _other = new();

    public void Dispose()
    {
        _folder.Dispose();
        _other.Dispose();
    }

    [Theory]
    [InlineData("generator.norm=none")]
    [InlineData("generator.norm=batch")]
    [InlineData("generator.kind=resnet generator.depth=2")]
    public void A_generator_that_knew_no_styles_begins_exactly_as_it_was(string generator)
    {
        string[] settings = ["generator.dropout=0", "output.validate_every=1", "output.snapshot_every=1", .. generator.Split(' ')];
        var before = new SmallRun(_folder, settings).Go();
        var snapshot = before.Events.OfType<SnapshotReady>().Last().File;
        foreach (var start in (string[])[before.Folder.Root, snapshot])
        {
            // Rates of 0: what it validates is what it started from.
            var after = new SmallRun(_other, [.. settings, "generator.style=described", "training.steps=1", $"run.name=from-{Path.GetFileNameWithoutExtension(start)}", "optimizer.generator_lr=0", "optimizer.discriminator_lr=0", $"generator.start_from={start}"]).Go();
            Assert.Equal(before.Events.OfType<ValidationDone>().Last().L1, after.Events.OfType<ValidationDone>().First().L1, start == snapshot ? 1e-6 : 0);
        }
    }

    [Theory]
    [InlineData("discriminator.kind=patch")]
    [InlineData("discriminator.kind=patch discriminator.augment=diff data.warp_labels=0.05 training.batch_size=2")]
    [InlineData("generator.statistics=running")]
    public void A_stopped_run_goes_on_to_the_same_weights(string options)
    {
        string[] settings = [.. Styled, "output.checkpoint_every=5", .. options.Split(' ')];
        var whole = new SmallRun(_folder, [.. settings, "training.steps=10"]).Go();
        var halved = new SmallRun(_other, [.. settings, "training.steps=10"]).Copy(whole);
        File.Delete(Directory.GetFiles(halved.Folder.Checkpoints).Order(StringComparer.Ordinal).Last());
        halved.Go(resume: true);
        var (expected, found) = (Newest(whole), Newest(halved));
        Assert.Equal(10, found.Header.Step);
        Assert.Equal(expected.Header.Style, found.Header.Style);
        Assert.All(expected.Tensors, tensor => Assert.Equal(tensor.Value, found.Tensors[tensor.Key]));
        Assert.Contains(expected.Tensors, tensor => tensor.Key == "generator.decoder.1.style.weight" && tensor.Value.Any(value => value != 0));
    }

    [Fact]
    public void A_snapshot_says_what_its_style_is_and_obeys_it()
    {
        var run = new SmallRun(_folder, [.. Styled, "data.root=synth", "optimizer.generator_lr=0.002"]).Go();
        using var generator = GeneratorLoader.Load(run.Events.OfType<SnapshotReady>().Last().File, new LoadOptions { Provider = ExecutionProvider.Cpu });
        var style = generator.Style!;
        Assert.Contains(run.Events.OfType<HealthNoticed>(), notice => notice.Good && notice.Words.StartsWith("Measuring the style of 200 training pairs", StringComparison.Ordinal));
        Assert.Equal(["wall", "surroundings", "windows", "brightness", "warmth", "contrast", "fineness"], style.Definition.Groups.Select(group => group.Name));
        Assert.Equal(64, style.Style.Distribution.Samples.Count);
        Assert.True(style.Style.Distribution.Deviation(0) > 0.02, "drawn walls have several colours");
        Assert.NotEqual(0.5f, style.Definition.Neutral[0]);

        using var input = new Frames.TensorBuffer(generator.Info.Input);
        using var output = new Frames.TensorBuffer(generator.Info.Output);
        generator.Translate(input, output);
        var neutral = output.Values.ToArray();
        style.Set([.. Enumerable.Repeat(1f, 13)]);
        generator.Translate(input, output);
        Assert.NotEqual(neutral, output.Values.ToArray());
    }

    [Fact]
    public void A_generator_with_a_style_is_where_one_with_another_style_starts()
    {
        string[] settings = [.. Styled, "output.validate_every=1", "output.snapshot_every=1"];
        var before = new SmallRun(_folder, [.. settings, "optimizer.generator_lr=0.002"]).Go();
        foreach (var start in (string[])[before.Folder.Root, before.Events.OfType<SnapshotReady>().Last().File])
        {
            var after = new SmallRun(_other, [.. settings, "generator.style_definition=rendered-facades", "training.steps=1", $"run.name=from-{Path.GetFileNameWithoutExtension(start)}", "optimizer.generator_lr=0", "optimizer.discriminator_lr=0", $"generator.start_from={start}"]).Go();
            var (old, next) = (Newest(before).Tensors["generator.decoder.1.style.weight"], Newest(after).Tensors["generator.decoder.1.style.weight"]);
            var channels = old.Length / 13;
            Assert.Equal(channels * 16, next.Length);
            for (var channel = 0; channel < channels; channel++)
            {
                var was = old.AsSpan(channel * 13, 13);
                var now = next.AsSpan(channel * 16, 16);
                Assert.Equal(was[..10], now[..10]); // Three colours and brightness.
                Assert.Equal(was[11], now[10]); // Contrast; warmth and fineness are gone.
                Assert.Equal(new float[5], now[11..]); // What is new does nothing at first.
            }

            Assert.Contains(old, value => value != 0);
        }
    }

    [Fact]
    public void A_pair_says_nothing_of_some_of_its_style_as_often_as_was_asked()
    {
        using var values = new TemporaryFolder();
        var settings = new SmallRun(values, [.. Styled, "generator.style_dropout=0.25"]).Settings;
        var pairs = PairSources.Open(settings).Training;
        var style = RunStyle.Of(StyleSettings.Definition(settings), settings, pairs, kept: null)!;
        var whole = RunStyle.Of(StyleSettings.Definition(settings), settings, pairs, style.Model.ToText())! with { Dropout = 0 };
        var (input, target) = (new float[3 * pairs.Size * pairs.Size], new float[3 * pairs.Size * pairs.Size]);
        pairs.Load(0, 1, input, target);
        var (all, some) = (new float[style.Count], new float[style.Count]);
        whole.Measure(input, target, null, 1, all);
        style.Measure(input, target, null, augmentation: null, some);
        Assert.Equal(all, some);
        var (silent, groups) = (0, 0);
        for (var seed = 0UL; seed < 400; seed++)
        {
            style.Measure(input, target, null, seed, some);
            foreach (var group in style.Model.Definition.Groups.Where(group => !all.AsSpan(style.Model.Definition.IndexOf(group.Name), group.Count).SequenceEqual(new float[group.Count])))
            {
                var first = style.Model.Definition.IndexOf(group.Name);
                var full = all.AsSpan(first, group.Count);
                var found = some.AsSpan(first, group.Count);
                var isSilent = found.SequenceEqual(new float[group.Count]);
                Assert.True(isSilent || found.SequenceEqual(full), "a group is whole or silent");
                (silent, groups) = (silent + (isSilent ? 1 : 0), groups + 1);
            }
        }

        Assert.InRange((double)silent / groups, 0.21, 0.29);
    }

    [Fact]
    public void What_does_not_fit_is_one_sentence()
    {
        Assert.Contains("expected the labels of 'cmp-facade'", Fault("generator.style=described", "generator.style_definition=facades", "data.palette="), StringComparison.Ordinal);
        Assert.Contains("the included ones are classes, edges2shoes, facades", Fault("generator.style=described", "generator.style_definition=nonsense"), StringComparison.Ordinal);

        var styled = new SmallRun(_folder, [.. Styled, "run.name=teacher", "output.snapshot_every=6"]).Go();
        Assert.Contains("its style: expected none", Fault($"teacher.from={styled.Folder.Root}"), StringComparison.Ordinal);
        Assert.Contains("set generator.style=described", Fault($"generator.start_from={styled.Events.OfType<SnapshotReady>().Last().File}", "generator.norm=instance"), StringComparison.Ordinal);

        string Fault(params string[] settings) => Assert.Throws<UserException>(() => new SmallRun(_other, settings).Go()).Message;
    }

    [Fact]
    public void A_run_goes_on_with_the_style_that_it_began_with_whatever_the_definition_says_today()
    {
        using var files = new TemporaryFolder();
        var definition = files.File("mine.yaml");
        const string Values = "name: mine\npalette: cmp-facade\nvalues:\n  - { name: wall, measure: color, of: [facade] }\n";
        File.WriteAllText(definition, Values);
        string[] settings = [.. Styled, $"generator.style_definition={definition}"];
        var run = new SmallRun(_folder, [.. settings, "training.steps=2"]).Go();
        File.WriteAllText(definition, $"{Values}  - {{ name: contrast, measure: contrast }}\n");
        var resumed = new SmallRun(_folder, [.. settings, "training.steps=4"]).Go(resume: true);
        Assert.Contains(resumed.Events, happened => happened is RunFinished);
        Assert.Equal(3, Snapshot.Read(resumed.Events.OfType<SnapshotReady>().Last().File).Generator.Shape.StyleLength);
        Assert.Contains(run.Events, happened => happened is RunFinished);
    }

    [Fact]
    public void A_student_shares_its_teachers_style()
    {
        var teacher = new SmallRun(_folder, [.. Styled, "output.snapshot_every=6"]).Go();
        var student = new SmallRun(_other, [.. Styled, "generator.norm=none", "generator.width=2", $"teacher.from={teacher.Folder.Root}"]).Go();
        Assert.Contains(student.Events, happened => happened is RunFinished);
        Assert.Equal(13, Snapshot.Read(student.Events.OfType<SnapshotReady>().Last().File).Generator.Shape.StyleLength);
    }

    private static Checkpoint Newest(SmallRun run) => CheckpointStore.Open(run.Folder, run.Settings, _ => { }).Latest()!;
}
