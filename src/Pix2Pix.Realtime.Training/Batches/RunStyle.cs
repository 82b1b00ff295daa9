using Pix2Pix.Realtime.Data;
using Pix2Pix.Realtime.Numerics;
using Pix2Pix.Realtime.Settings;
using Pix2Pix.Realtime.Styles;
using Pix2Pix.Realtime.Synthesis.Looks;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Batches;

/// <summary>The style of a run: what its numbers mean, what the dataset has of them, and how pairs are measured. Immutable; any thread measures.</summary>
/// <param name="Model">What snapshots say of it.</param>
/// <param name="Pairs">Measures pairs.</param>
/// <param name="Dropout">How often a pair says nothing of a group of its numbers, 0..1.</param>
internal sealed record RunStyle(ModelStyle Model, PairStyles Pairs, double Dropout)
{
    /// <summary>A stream of its own beside those of crops and drawings.</summary>
    private const int DropoutStream = 0x5D;

    public int Count => Model.Definition.Count;

    /// <summary>Measures the training pairs, or goes on with what was measured when the run began.</summary>
    /// <param name="definition">Null = the run has no style.</param>
    /// <param name="kept">What a checkpoint says of it; null = nothing.</param>
    /// <returns>Null where the run has no style.</returns>
    public static RunStyle? Of(StyleDefinition? definition, SettingValues settings, IPairSource training, string? kept)
    {
        if (definition is null)
        {
            return null;
        }

        var palette = StyleSettings.Palette(settings);

        // By way of the text, so that a run that was stopped goes on with the same digits.
        var model = ModelStyle.Parse(kept ?? PairStyles.Learn(definition, palette, training).ToText());
        return new RunStyle(model, new PairStyles(model.Definition, palette, training), settings.Get(TrainingSettings.StyleDropout));
    }

    /// <summary>The style of one pair, normalised.</summary>
    /// <param name="look">Of a rendered facade; null = the target is a photograph.</param>
    /// <param name="augmentation">Of the pair; decides which groups it says nothing of. Null = it says all.</param>
    public void Measure(ReadOnlySpan<float> input, ReadOnlySpan<float> target, FacadeLook? look, ulong? augmentation, Span<float> normalized)
    {
        Pairs.Measure(input, target, look, normalized);
        Model.Definition.Normalize(normalized, normalized);
        if (Dropout > 0 && augmentation is { } seed)
        {
            Forget(new SeededRandom(SeededRandom.Mix(seed, DropoutStream)), normalized);
        }
    }

    /// <summary>
    /// Some groups become neutral, whatever the picture shows: so a person may ask for one thing and leave the rest open. Where a rendering tells more than the picture, all that is measured in the
    /// picture becomes neutral together as often: else a dark sky would always say that it is night, and the hour would have nothing to say.
    /// </summary>
    private void Forget(SeededRandom random, Span<float> normalized)
    {
        var isTold = Model.Definition.Groups.Any(group => group.IsRendered) && random.NextDouble() < Dropout;
        foreach (var group in Model.Definition.Groups)
        {
            if (random.NextDouble() < Dropout || (isTold && !group.IsRendered))
            {
                normalized.Slice(0, group.Count).Clear();
            }

            normalized = normalized[group.Count..];
        }
    }

    /// <summary>The neutral style, normalised: <c>[1,K] float32</c>.</summary>
    public Tensor Neutral(Device device)
    {
        var normalized = new float[Count];
        Model.Definition.Normalize(Model.Definition.Neutral, normalized);
        return tensor(normalized, [1, Count], device: device);
    }
}
