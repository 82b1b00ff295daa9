using System.Text.Json;
using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Training.Adversarial;
using Pix2Pix.Realtime.Training.Networks;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Tests.Adversarial;

/// <summary>Each loss says what PyTorch says, and so does its gradient; make_losses.py beside this file wrote down PyTorch's answers.</summary>
public sealed class LossParityTests
{
    private static readonly JsonElement Fixture =
        JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Adversarial", "fixtures", "losses.json"))).RootElement;

    [Fact]
    public void Losses_and_their_gradients_are_pytorchs()
    {
        using var scope = NewDisposeScope();
        var seen = new HashSet<string>();
        foreach (var entry in Fixture.GetProperty("cases").EnumerateArray())
        {
            var name = entry.GetProperty("loss").GetString()!;
            AdversarialLoss loss = name switch
            {
                "lsgan" => new LeastSquaresLoss(),
                "vanilla" => new LogisticLoss(),
                _ => new WassersteinLoss(),
            };
            var answers = tensor(Numbers(entry.GetProperty("answers")), [2, 1, 3, 3]).requires_grad_(true);
            var value = loss.Of(answers, entry.GetProperty("target").GetDouble());
            value.backward();
            Assert.Equal(entry.GetProperty("value").GetDouble(), value.Number(), 1e-5);
            Near(Numbers(entry.GetProperty("gradient")), answers.grad!, 1e-6f);
            seen.Add(name);
        }

        Assert.Equal(3, seen.Count);
    }

    [Fact]
    public void The_gradient_penalty_and_what_reaches_the_critic_are_pytorchs()
    {
        using var scope = NewDisposeScope();
        var made = Fixture.GetProperty("penalty");
        using var critic = Discriminator.OfPatches(4, 3, 1, NormKind.None);
        var theirs = made.GetProperty("weights").EnumerateObject().ToList();
        var ours = critic.named_parameters().ToList();
        Assert.Equal(theirs.Count, ours.Count);
        foreach (var (weight, values) in ours.Zip(theirs))
        {
            TensorMemory.Write(weight.parameter, Numbers(values.Value));
        }

        var penalty = GradientPenalty.Of(
            critic, tensor(Numbers(made.GetProperty("real")), [2, 4, 12, 12]), tensor(Numbers(made.GetProperty("translated")), [2, 4, 12, 12]), tensor(Numbers(made.GetProperty("share")), [2, 1, 1, 1]));
        penalty.backward();
        Assert.Equal(made.GetProperty("value").GetDouble(), penalty.Number(), 1e-5);
        foreach (var (weight, values) in ours.Zip(theirs))
        {
            if (made.GetProperty("gradients").TryGetProperty(values.Name, out var gradient))
            {
                Near(Numbers(gradient), weight.parameter.grad!, 1e-5f);
            }
        }
    }

    private static float[] Numbers(JsonElement values) => [.. values.EnumerateArray().Select(value => value.GetSingle())];

    private static void Near(float[] expected, Tensor found, float tolerance) =>
        Assert.Equal(expected, TensorMemory.ToArray(found), (a, b) => Math.Abs(a - b) <= tolerance);
}
