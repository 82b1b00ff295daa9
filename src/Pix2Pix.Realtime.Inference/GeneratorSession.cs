using Microsoft.ML.OnnxRuntime;
using Pix2Pix.Realtime.Onnx.Foreign;

namespace Pix2Pix.Realtime.Inference;

/// <summary>An ONNX Runtime session with this program's options, and where it runs.</summary>
internal sealed class GeneratorSession : IDisposable
{
    /// <summary>Beyond this a 256x256 picture gains nothing, and the window needs some processors too.</summary>
    private const int UsualThreads = 8;

    private GeneratorSession(InferenceSession session, ModelSource source, bool onCuda, string runs)
    {
        Session = session;
        Reading = source.Reading;
        Assumptions = source.Assumptions;
        OnCuda = onCuda;
        Runs = runs;
    }

    public InferenceSession Session { get; }

    /// <summary>How another program's model is used; null for this program's own.</summary>
    public ForeignReading? Reading { get; }

    /// <summary>What was guessed or changed for it, as sentences.</summary>
    public IReadOnlyList<string> Assumptions { get; }

    public bool OnCuda { get; }

    /// <summary>Where it runs and, if that is not what was asked for, why: in words for the status line.</summary>
    public string Runs { get; }

    /// <summary>Loads from memory, which leaves the file free to be replaced.</summary>
    /// <exception cref="OnnxRuntimeException">The file is no model that this ONNX Runtime can load.</exception>
    /// <exception cref="UserException">The file is another program's and no image-to-image model, it is too large, a number of threads is, or the time is up.</exception>
    /// <exception cref="IOException">The file can't be read.</exception>
    public static GeneratorSession Open(string path, LoadOptions options, LoadDeadline deadline)
    {
        var (provider, threads) = (options.Provider, options.Threads);
        var model = ModelSource.Read(path, options);
        var used = Count(threads);
        var cpu = used == 1 ? "CPU (1 thread)" : $"CPU ({used} threads)";
        if (provider == ExecutionProvider.Cpu || (provider == ExecutionProvider.Auto && !CudaProvider.IsBuiltIn))
        {
            return new GeneratorSession(Open(model, used, cuda: false, deadline), model, onCuda: false, cpu);
        }

        try
        {
            return new GeneratorSession(Open(model, used, cuda: true, deadline), model, onCuda: true, "CUDA, pictures copied there and back");
        }
        catch (Exception fault) when (fault is OnnxRuntimeException or EntryPointNotFoundException or DllNotFoundException)
        {
            // A file that is no model fails again, with its own fault.
            return new GeneratorSession(Open(model, used, cuda: false, deadline), model, onCuda: false, $"{cpu}; no CUDA: {CudaProvider.WhyNot(fault)}");
        }
    }

    /// <summary>A part of a generator, to be measured as the whole would run.</summary>
    /// <param name="threads">0 = as many as a generator gets.</param>
    /// <exception cref="OnnxRuntimeException">It is no model that this ONNX Runtime can load.</exception>
    public static InferenceSession OpenPart(byte[] model, int threads) => Open(ModelSource.OfBytes(model), Count(threads), cuda: false, deadline: null);

    public void Dispose() => Session.Dispose();

    private static int Count(int threads) => threads switch
    {
        0 => Math.Min(Environment.ProcessorCount, UsualThreads),
        > 0 and <= LoadOptions.MostThreads => threads,
        _ => throw new UserException($"Expected 0..{LoadOptions.MostThreads} threads, found {threads}; use 0 to choose automatically."),
    };

    private static InferenceSession Open(ModelSource model, int threads, bool cuda, LoadDeadline? deadline)
    {
        using var options = new SessionOptions
        {
            IntraOpNumThreads = threads,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL,
        };

        // Threads that spin between two frames cost four times the processor time of the frames themselves.
        options.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
        options.AddSessionConfigEntry("session.set_denormal_as_zero", "1");

        // Without VNNI products of bytes are added in 16 bits, which overflow. The exact way is slower, and would be with VNNI too, which needs no such care.
        options.AddSessionConfigEntry("session.x64quantprecision", Processor.MultipliesBytes ? "0" : "1");

        // Other programs' exporters may put the weights into a second file beside the graph.
        if (model.Folder.Length > 0)
        {
            options.AddSessionConfigEntry("session.model_external_initializers_file_folder_path", model.Folder);
        }

        if (cuda)
        {
            using var settings = new OrtCUDAProviderOptions();
            options.AppendExecutionProvider_CUDA(settings);
        }

        return deadline?.Open(model.Bytes, options) ?? new InferenceSession(model.Bytes, options);
    }
}
