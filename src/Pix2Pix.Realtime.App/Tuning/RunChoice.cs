using Google.Protobuf;
using Onnx;
using Pix2Pix.Realtime.Inference;
using Pix2Pix.Realtime.Onnx;
using Pix2Pix.Realtime.Onnx.Rewriting;

namespace Pix2Pix.Realtime.App.Tuning;

/// <summary>One way to run a generator of floats on this machine; all ways give the same picture.</summary>
/// <param name="Forms">How each layer that can be rewritten doubles the sides, in the graph's order: one of <see cref="Letters"/> for each; empty = the file as it is.</param>
/// <param name="Threads">Threads within one translation; 0 = as many as ONNX Runtime gets by default.</param>
internal sealed record RunChoice(string Forms, int Threads)
{
    /// <summary>Stands for no forms where one word is needed.</summary>
    private const string AsItIs = "-";

    /// <summary>One letter for each <see cref="TransposedForm"/>.</summary>
    private const string Letters = "T41";

    /// <summary>The file as it is.</summary>
    public static RunChoice Usual { get; } = new("", 0);

    /// <summary>In words for the status line.</summary>
    private string Words => Forms.Distinct().ToArray() switch
    {
        [] or ['T'] => "tuned",
        ['4'] => TuningTexts.FourConvolutions,
        ['1'] => TuningTexts.OneConvolution,
        _ => TuningTexts.ByLayer,
    };

    /// <summary>A choice of forms.</summary>
    public static string Spell(IEnumerable<TransposedForm> forms) => string.Concat(forms.Select(form => Letters[(int)form]));

    /// <summary>The same options, to load in this way.</summary>
    public LoadOptions ApplyTo(LoadOptions options)
    {
        var rewrites = Forms.Any(letter => letter != Letters[0]);
        return options with
        {
            Threads = Threads,
            Note = Words,
            Rewrite = rewrites ? path => Rewrite(OnnxFile.Read(path)).ToByteArray() : null,
        };
    }

    /// <summary>One line that <see cref="TryParse"/> reads back.</summary>
    public override string ToString() => FormattableString.Invariant($"{(Forms.Length == 0 ? AsItIs : Forms)} {Threads}");

    /// <returns>Null where the text is none.</returns>
    public static RunChoice? TryParse(string text) =>
        text.Split(' ') is [var forms, var threads] && (forms == AsItIs || (forms.Length > 0 && forms.All(Letters.Contains)))
        && int.TryParse(threads, out var count) && count is >= 0 and <= 256
            ? new RunChoice(forms == AsItIs ? "" : forms, count)
            : null;

    private ModelProto Rewrite(ModelProto model) =>
        TransposedConvolutions.Apply(ResizedConvolutions.Apply(PlainWeights.Apply(model)), layer => layer < Forms.Length ? (TransposedForm)Letters.IndexOf(Forms[layer], StringComparison.Ordinal) : TransposedForm.Transposed);
}
