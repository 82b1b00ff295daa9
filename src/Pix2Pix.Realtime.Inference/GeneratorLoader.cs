using Microsoft.ML.OnnxRuntime;
using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Onnx;

namespace Pix2Pix.Realtime.Inference;

/// <summary>
/// Loads a generator from an .onnx file, so that what comes out is warm, verified and ready for the next frame. Any thread may load;
/// the caller owns the generator.
/// </summary>
public static class GeneratorLoader
{
    /// <summary>Seed of the picture that a file without a probe is tried with.</summary>
    private const ulong TrialSeed = 1;

    /// <exception cref="UserException">The file is missing, no ONNX, cut, no image-to-image model, of another size, not answering within the time limit, or answering its probe wrongly.</exception>
    public static ITensorGenerator Load(string path, LoadOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (!File.Exists(path))
        {
            throw new UserException($"Expected a generator (.onnx), found no file at '{path}'; check the name, or train one first.");
        }

        try
        {
            return LoadExisting(path, options);
        }
        catch (UserException fault)
        {
            throw new UserException($"'{path}' can't be used: {fault.Message}", fault);
        }
    }

    private static ITensorGenerator LoadExisting(string path, LoadOptions options)
    {
        using var deadline = new LoadDeadline(options.TimeLimit);
        var session = Open(path, options, deadline);
        try
        {
            var metadata = Metadata(session.Session);
            var input = ModelContract.Input(session.Session, options.Size);
            var trial = ProbeRun.Of(session.Session, input, metadata?.Probe.Seed ?? TrialSeed, deadline);
            if (metadata is not null)
            {
                RequireAnswer(metadata, trial, session.OnCuda);
            }

            var runs = string.Join(", ", ((string[])[session.Runs, metadata?.Precision == WeightPrecision.Int8 ? "int8" : "", options.Note]).Where(words => words.Length > 0));
            var info = new GeneratorInfo(Path.GetFileName(path), input, trial.Shape, metadata?.Palette ?? "", runs, metadata?.Step ?? 0);
            var generator = new OnnxGenerator(session, info);
            var range = metadata?.Range ?? options.Range;
            return range == ValueRange.Signed ? generator : new RangeAdapter(generator, range);
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    private static GeneratorSession Open(string path, LoadOptions options, LoadDeadline deadline)
    {
        try
        {
            return GeneratorSession.Open(path, options, deadline);
        }
        catch (OnnxRuntimeException fault)
        {
            throw new UserException($"Expected a whole ONNX file, found something else or a truncated one; export it again ({RuntimeFault.Line(fault)}).", fault);
        }
    }

    private static SnapshotMetadata? Metadata(InferenceSession session)
    {
        var entries = session.ModelMetadata.CustomMetadataMap;
        if (SnapshotMetadata.IsIn(entries))
        {
            return SnapshotMetadata.FromEntries(entries);
        }

        return session.ModelMetadata.ProducerName == SnapshotMetadata.Producer
            ? throw new UserException("Expected the snapshot's metadata at the end of the file, found none: the file is truncated; export it again.")
            : null;
    }

    private static void RequireAnswer(SnapshotMetadata metadata, ProbeRun trial, bool onCuda)
    {
        var error = metadata.Probe.Compare(trial.Values);
        if (!error.IsWithin(metadata.Precision, reducedProducts: onCuda))
        {
            throw new UserException(
                $"Expected the outputs recorded in the file's probe, found others ({error}): the file was changed or damaged; export it again.");
        }
    }
}
