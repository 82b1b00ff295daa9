using Google.Protobuf;
using Onnx;
using Pix2Pix.Realtime.Inference;
using Pix2Pix.Realtime.Onnx.Rewriting;

namespace Pix2Pix.Realtime.App.Tuning;

/// <summary>One way to run a generator on this machine; all ways give the same picture.</summary>
/// <param name="Form">How its sides are doubled.</param>
/// <param name="Threads">Threads within one translation; 0 = as many as ONNX Runtime gets by default.</param>
internal readonly record struct RunChoice(TransposedForm Form, int Threads)
{
    /// <summary>The file as it is.</summary>
    public static RunChoice Usual => default;

    /// <summary>In words for the status line.</summary>
    private string Words => Form switch
    {
        TransposedForm.FourConvolutions => "tuned: four convolutions",
        TransposedForm.OneConvolution => "tuned: one convolution",
        _ => "tuned",
    };

    /// <summary>The same options, to load in this way.</summary>
    public LoadOptions ApplyTo(LoadOptions options)
    {
        var form = Form;
        return options with
        {
            Threads = Threads,
            Note = Words,
            Rewrite = form == TransposedForm.Transposed ? null : bytes => TransposedConvolutions.Apply(PlainWeights.Apply(ModelProto.Parser.ParseFrom(bytes)), form).ToByteArray(),
        };
    }

    /// <summary>One line that <see cref="TryParse"/> reads back.</summary>
    public override string ToString() => FormattableString.Invariant($"{Form} {Threads}");

    public static bool TryParse(string text, out RunChoice choice)
    {
        choice = default;
        if (text.Split(' ') is not [var form, var threads]
            || !Enum.TryParse<TransposedForm>(form, out var parsed) || !Enum.IsDefined(parsed)
            || !int.TryParse(threads, out var count) || count is < 0 or > 256)
        {
            return false;
        }

        choice = new RunChoice(parsed, count);
        return true;
    }
}
