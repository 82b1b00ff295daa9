using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Networks;

/// <summary>Adds to each channel what the style asks for: <c>weight [C,K]</c> times the style.</summary>
internal sealed class StyleShift : nn.Module<Tensor, Tensor>
{
    public StyleShift(int channels, int length) : base("style") => register_parameter("weight", new Parameter(zeros(channels, length)));

    /// <summary>As <see cref="Styles.StyleDefinition.Normalize"/> gives it: <c>[N,K]</c>, or <c>[1,K]</c> for all pictures of a batch. It must outlive the translations.</summary>
    public Tensor? Style { get; set; }

    /// <param name="input"><c>[N,C,H,W]</c>, float32 or bfloat16.</param>
    public override Tensor forward(Tensor input)
    {
        var style = Style ?? throw new InvalidOperationException("A generator with styles translates with one.");

        // A matrix product of the library's would round by where its operands happen to lie, and no stopped run would go on to the same digits.
        var shift = (style.unsqueeze(1) * get_parameter("weight")!).sum(2);
        return input.Plus(shift.unsqueeze(2).unsqueeze(3).to(input.dtype));
    }
}
