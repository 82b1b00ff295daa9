using Microsoft.ML.OnnxRuntime;
using Pix2Pix.Realtime.Onnx;
using Pix2Pix.Realtime.Styles;

namespace Pix2Pix.Realtime.Inference;

/// <summary>A style where ONNX Runtime reads it: a tensor <c>[1,K]</c> over pinned memory, bound once. Thread contract: the generator's thread.</summary>
internal sealed class StyleMemory : IDisposable
{
    private readonly StyleInput _style;
    private readonly float[] _values;
    private readonly OrtValue _tensor;
    private int _seen = -1;

    public StyleMemory(StyleInput style)
    {
        _style = style;
        _values = new float[style.Definition.Count];
        _tensor = OrtValue.CreateTensorValueFromMemory(_values, [1, _values.Length]);
        Renew();
    }

    public void Bind(OrtIoBinding binding) => binding.BindInput(GraphBuilder.Style, _tensor);

    /// <summary>Takes over what was set since the last translation; allocates nothing.</summary>
    public void Renew() => _style.TryTake(ref _seen, _values);

    public void Dispose() => _tensor.Dispose();
}
