namespace Pix2Pix.Realtime.Inference;

/// <summary>Makes ONNX Runtime's faults, which may run over many lines, fit into a sentence.</summary>
internal static class RuntimeFault
{
    /// <summary>The first line of the fault's message.</summary>
    public static string Line(Exception fault) => fault.Message.Split('\n')[0].Trim();
}
