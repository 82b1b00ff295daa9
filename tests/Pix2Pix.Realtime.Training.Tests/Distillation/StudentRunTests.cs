using Pix2Pix.Realtime.Hosting;
using Pix2Pix.Realtime.Tests.Shared;
using Pix2Pix.Realtime.Training.Checkpoints;
using Pix2Pix.Realtime.Training.Networks;
using Pix2Pix.Realtime.Training.Weights;
using TorchSharp;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Tests.Distillation;

/// <summary>Real runs that learn from a real run of width 8.</summary>
public sealed class StudentRunTests : IClassFixture<StudentRunTests.TeacherRun>, IDisposable
{
    private static readonly string[] TeacherSettings = ["run.name=teacher", "generator.width=8", "training.steps=30", "output.checkpoint_every=30", "output.snapshot_every=30"];

    private readonly TemporaryFolder _folder = new();
    private readonly SmallRun _teacher;

    /// <param name="trained">Copied: some tests take parts of it away.</param>
    public StudentRunTests(TeacherRun trained) => _teacher = trained.CopyTo(_folder);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_student_comes_nearer_to_its_teacher_than_one_that_has_none()
    {
        string[] settings = ["training.steps=60", "output.snapshot_every=60", "optimizer.generator_lr=2e-3", "generator.dropout=0", "generator.statistics=running"];
        var student = Run("student", [.. settings, Learns]).Go();
        var plain = Run("plain", settings).Go();
        Assert.InRange(Distance(student.Folder.Snapshot(60)), 0, Distance(plain.Folder.Snapshot(60)) * 0.8);
        Assert.Contains("learns from teacher at step 30, width 8", student.Events.OfType<RunStarted>().Single().Words, StringComparison.Ordinal);
        Assert.All(student.Events.OfType<StepDone>(), step => Assert.True(step.Losses is { TeacherL1: > 0, TeacherFeatures: > 0 }));

        var columns = File.ReadAllLines(student.Folder.Metrics)[0].Split(',');
        Assert.NotEqual("", File.ReadAllLines(student.Folder.Metrics)[^1].Split(',')[Array.IndexOf(columns, "teacher_l1")]);
    }

    [Fact]
    public void It_goes_on_bit_for_bit_with_its_own_copy_of_the_teacher_when_the_teachers_run_is_gone()
    {
        using var elsewhere = new TemporaryFolder();
        var whole = new SmallRun(elsewhere, Learns).Go();
        var broken = Run("broken", Learns).Copy(whole);
        File.Delete(Path.Combine(broken.Folder.Checkpoints, "step-00000012.ckpt"));
        Directory.Delete(_teacher.Folder.Root, recursive: true);
        var resumed = Run("broken", Learns).Go(resume: true);
        Assert.Equal(6, Assert.IsType<RunStarted>(resumed.Events[0]).Step);
        Assert.Equal(Tensors(whole), Tensors(resumed));
        Assert.Contains(Tensors(whole).Keys, name => name.StartsWith("generator_adam.projection.", StringComparison.Ordinal));
    }

    [Fact]
    public void Its_steps_leave_no_tensor_behind()
    {
        Run("first", Learns).Go();
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        Run("second", Learns, "training.steps=40").Go();
        Assert.Equal(before, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
    }

    [Theory]
    [InlineData("expected 32x32 as this run has, found 64x64", "data.crop_size=32", "data.load_size=32", "discriminator.layers=1")]
    [InlineData("expected 1 in and 3 out as this run has, found 3 in and 3 out", "data.input_channels=1", "data.palette=")]
    [InlineData("expected '' as this run has, found 'cmp-facade'", "data.palette=")]
    [InlineData("expected AtoB as this run has, found BtoA", "data.direction=AtoB")]
    [InlineData("expected 4x4 as this run has, found 1x1 (set generator.depth=6", "generator.depth=4")]
    [InlineData("found 'teacher.pth'", "teacher.from=teacher.pth")]
    [InlineData("Expected a snapshot at 'nowhere.onnx', found none", "teacher.from=nowhere.onnx")]
    public void A_teacher_that_does_not_fit_is_refused_in_one_sentence_and_nothing_is_made(string words, params string[] settings)
    {
        var run = Run("refused", [Learns, .. settings]);
        var fault = Assert.Throws<UserException>(() => run.Go());
        Assert.Contains(words, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault.Message);
        Assert.False(Directory.Exists(run.Folder.Root));
    }

    [Fact]
    public void A_run_without_a_snapshot_yet_is_no_teacher()
    {
        Directory.Delete(_teacher.Folder.Snapshots, recursive: true);
        Assert.Contains("train that run until", Assert.Throws<UserException>(() => Run("early", Learns).Go()).Message, StringComparison.Ordinal);
    }

    private string Learns => $"teacher.from={_teacher.Folder.Root}";

    private SmallRun Run(string name, params string[] settings) => new(_folder, [$"run.name={name}", .. settings]);

    /// <summary>Mean absolute difference of what a snapshot and the teacher make of the same pictures.</summary>
    private double Distance(string snapshot)
    {
        using var scope = NewDisposeScope();
        using var random = new Generator(9);
        var input = (rand([4, 3, 8, 8], generator: random).repeat_interleave(8, 2).repeat_interleave(8, 3) * 2) - 1;
        return (Translate(snapshot, input) - Translate(_teacher.Folder.Snapshot(30), input)).abs().mean().Number();
    }

    private static Tensor Translate(string file, Tensor input)
    {
        var snapshot = Snapshot.Read(file);
        using var network = snapshot.Generator.ToNetwork();
        Translation.Enter(network, snapshot.Metadata.Statistics);
        return Translation.Translate(network, input);
    }

    /// <summary>The teacher, trained once for all tests.</summary>
    public sealed class TeacherRun : IDisposable
    {
        private readonly TemporaryFolder _folder = new();
        private readonly SmallRun _run;

        public TeacherRun() => _run = new SmallRun(_folder, TeacherSettings).Go();

        public void Dispose() => _folder.Dispose();

        internal SmallRun CopyTo(TemporaryFolder folder) => new SmallRun(folder, TeacherSettings).Copy(_run);
    }

    private static Dictionary<string, float[]> Tensors(SmallRun run) =>
        new(CheckpointFile.Read(Path.Combine(run.Folder.Checkpoints, "step-00000012.ckpt")).Tensors);
}
