using System.Text.RegularExpressions;
using Microsoft.ML.OnnxRuntime;

namespace Pix2Pix.Realtime.Inference;

/// <summary>Makes sentences of ONNX Runtime's faults, which run over many lines and name places in its source.</summary>
internal static partial class RuntimeFault
{
    /// <summary>The first line of the fault's message, without places in the source.</summary>
    public static string Line(Exception fault)
    {
        var text = Place().Replace(fault.Message.Split('\n')[0], "");
        return Code().Replace(text, "").Replace("Status Message: ", "", StringComparison.Ordinal).Replace("Load model failed:", "", StringComparison.Ordinal).Trim();
    }

    /// <summary>Why a model can't be opened or run, and what to do about it.</summary>
    public static string Sentence(OnnxRuntimeException fault)
    {
        var text = fault.Message;
        if (Format().Match(text) is { Success: true } format)
        {
            return $"Expected a file of ONNX format (IR) version {format.Groups["most"].Value} or older, found {format.Groups["found"].Value}; it is newer than this program: export it for an older version.";
        }

        if (Opset().Match(text) is { Success: true } opset)
        {
            return $"Expected operators of ONNX version (opset) {opset.Groups["most"].Value} or older, found {opset.Groups["found"].Value}; it is newer than this program: export it for an older version.";
        }

        if (Unknown().Match(text) is { Success: true } unknown)
        {
            return $"Expected operators that ONNX Runtime has, found {unknown.Groups["name"].Value}{unknown.Groups["other"].Value}; export the model with standard operators.";
        }

        if (Missing().Match(text) is { Success: true } missing)
        {
            return $"Expected operators that ONNX Runtime computes on this device, found {missing.Groups["name"].Value} of a type or version that it lacks; export the model as float32 or for an older version.";
        }

        return IsMemory(fault) ? TooLarge(fault)
            : text.Contains("rotobuf", StringComparison.Ordinal) ? "Expected a complete ONNX file, found a truncated or damaged one; copy or export it again."
            : $"Expected a model that ONNX Runtime can run, found one that it rejects: {Line(fault).TrimEnd('.')}; choose another.";
    }

    /// <summary>Whether the model asked for more memory than there is.</summary>
    public static bool IsMemory(OnnxRuntimeException fault) => Memory().IsMatch(fault.Message) || fault.Message.Contains("bad_alloc", StringComparison.Ordinal);

    /// <summary>The same as a sentence.</summary>
    public static string TooLarge(OnnxRuntimeException fault)
    {
        var asked = Memory().Match(fault.Message) is { Success: true } memory ? $"needs {memory.Groups["bytes"].Value} bytes at once" : "does not";
        return $"Expected a model that fits into memory, found one that {asked}; use a smaller one or a smaller size.";
    }

    [GeneratedRegex(@"\S*\.(?:cc|cpp|h|hpp):\d+\s*(?:\S*\([^)]*\)\s*|\S+::\S+\s*)?")]
    private static partial Regex Place();

    [GeneratedRegex(@"\[ErrorCode:\w+\]\s*")]
    private static partial Regex Code();

    [GeneratedRegex(@"model IR version:?\s*(?<found>\d+),? max supported IR version:?\s*(?<most>\d+)")]
    private static partial Regex Format();

    [GeneratedRegex(@"Opset (?<found>\d+) is under development.*?till opset (?<most>\d+)", RegexOptions.Singleline)]
    private static partial Regex Opset();

    [GeneratedRegex(@"(?:error: (?<name>[\w.:]+)\(-?\d+\) is not a registered function/op|No Op registered for (?<other>\w+))")]
    private static partial Regex Unknown();

    [GeneratedRegex(@"Could not find an implementation for (?<name>\w+)")]
    private static partial Regex Missing();

    [GeneratedRegex(@"(?:requested buffer of size|Failed to allocate|allocate memory.*?size) (?<bytes>\d+)")]
    private static partial Regex Memory();
}
