using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using Pix2Pix.Realtime.Frames;

namespace Pix2Pix.Realtime.Inference;

/// <summary>A session's input and output tied to the memory of two buffers; the buffers must outlive it.</summary>
internal sealed class BufferBinding : IDisposable
{
    private readonly string _inputName;
    private readonly OrtValue _inputValue;
    private readonly OrtValue _outputValue;

    public BufferBinding(InferenceSession session, string inputName, TensorBuffer input, string outputName, TensorBuffer output)
    {
        _inputName = inputName;
        Input = input;
        Output = output;
        Binding = session.CreateIoBinding();
        _inputValue = Over(input);
        _outputValue = Over(output);
        Binding.BindInput(inputName, _inputValue);
        Binding.BindOutput(outputName, _outputValue);
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
