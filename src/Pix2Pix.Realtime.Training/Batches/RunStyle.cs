using Pix2Pix.Realtime.Data;
using Pix2Pix.Realtime.Settings;
using Pix2Pix.Realtime.Styles;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Batches;

/// <summary>The style of a run: what its numbers mean, what the dataset has of them, and how pairs are measured. Immutable; any thread measures.</summary>
/// <param name="Model">What snapshots say of it.</param>
/// <param name="Pairs">Measures pairs.</param>
internal sealed record RunStyle(ModelStyle Model, PairStyles Pairs)
{
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
        return new RunStyle(model, new PairStyles(model.Definition, palette, training));
    }

    /// <summary>The style of one pair, normalised.</summary>
    public void Measure(ReadOnlySpan<float> input, ReadOnlySpan<float> target, Span<float> normalized)
    {
        Pairs.Measure(input, target, normalized);
        Model.Definition.Normalize(normalized, normalized);
    }

    /// <summary>The neutral style, normalised: <c>[1,K] float32</c>.</summary>
    public Tensor Neutral(Device device)
    {
        var normalized = new float[Count];
        Model.Definition.Normalize(Model.Definition.Neutral, normalized);
        return tensor(normalized, [1, Count], device: device);
    }
}
