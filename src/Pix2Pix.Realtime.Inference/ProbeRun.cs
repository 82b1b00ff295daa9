using Microsoft.ML.OnnxRuntime;
using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Onnx;

namespace Pix2Pix.Realtime.Inference;

/// <summary>
/// One run of a fresh session over a probe's input. It proves that the model runs at all, shows the output's true shape, and warms the
/// session up.
/// </summary>
/// <param name="Shape">The shape of the picture that came out.</param>
/// <param name="Values">Its values.</param>
internal sealed record ProbeRun(FrameShape Shape, float[] Values)
{
    /// <exception cref="UserException">The model can't run at this size, writes no picture, or the time is up.</exception>
    public static ProbeRun Of(InferenceSession session, FrameShape input, ulong seed, LoadDeadline deadline)
    {
        using var buffer = new TensorBuffer(input);
        Probe.FillInput(seed, buffer.Values);
        using var value = BufferBinding.Over(buffer);
        using var options = new RunOptions();
        try
        {
            using var outputs = deadline.Run(session, options, [value]);
            return new ProbeRun(
                ModelContract.Picture(outputs[0].GetTensorTypeAndShape().Shape), outputs[0].GetTensorDataAsSpan<float>().ToArray());
        }
        catch (OnnxRuntimeException fault)
        {
            throw new UserException(
                RuntimeFault.IsMemory(fault)
                    ? RuntimeFault.TooLarge(fault)
                    : $"The model can't run at {input.Width}x{input.Height} ({RuntimeFault.Line(fault)}); its sides may have to be multiples of a larger power of two.",
                fault);
        }
    }
}
