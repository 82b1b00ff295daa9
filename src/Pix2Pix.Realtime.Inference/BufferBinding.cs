using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using Pix2Pix.Realtime.Frames;

namespace Pix2Pix.Realtime.Inference;

/// <summary>A session's inputs and output tied to the memory of two buffers and of a style; all of them must outlive it.</summary>
internal sealed class BufferBinding : IDisposable
{
    private readonly string _inputName;
    private readonly OrtValue _inputValue;
    private readonly OrtValue _outputValue;
    private readonly StyleMemory? _style;

    /// <param name="style">Null = the session has none, or uses its default.</param>
    public BufferBinding(InferenceSession session, string inputName, TensorBuffer input, string outputName, TensorBuffer output, StyleMemory? style)
    {
        _style = style;
        _inputName = inputName;
        Input = input;
        Output = output;
        Binding = session.CreateIoBinding();
        _inputValue = Over(input);
        _outputValue = Over(output);
        Binding.BindInput(inputName, _inputValue);
        Binding.BindOutput(outputName, _outputValue);
        style?.Bind(Binding);
    }

    public TensorBuffer Input { get; }

    public TensorBuffer Output { get; }

    public OrtIoBinding Binding { get; }

    /// <summary>
    /// Copies the input to a GPU whose memory is its own. ONNX Runtime does that when an input is bound, and at no other time: without it every run would
    /// see the first picture.
    /// </summary>
    public void CopyInput()
    {
        Binding.BindInput(_inputName, _inputValue);
        _style?.Bind(Binding);
        Binding.SynchronizeBoundInputs();
    }

    public void Dispose()
    {
        Binding.Dispose();
        _inputValue.Dispose();
        _outputValue.Dispose();
    }

    /// <summary>A tensor over a buffer's memory; it owns none.</summary>
    public static OrtValue Over(TensorBuffer buffer) => OrtValue.CreateTensorValueWithData(
        OrtMemoryInfo.DefaultInstance, TensorElementType.Float,
        [1, buffer.Shape.Channels, buffer.Shape.Height, buffer.Shape.Width], buffer.Address, (long)buffer.Shape.Count * sizeof(float));
}
