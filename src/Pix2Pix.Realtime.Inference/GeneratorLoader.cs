using Microsoft.ML.OnnxRuntime;
using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Onnx;
using Pix2Pix.Realtime.Onnx.Foreign;
using Pix2Pix.Realtime.Styles;

namespace Pix2Pix.Realtime.Inference;

/// <summary>Loads a generator from an .onnx file; what it returns is warmed up, verified and ready to translate. Any thread may load; the caller owns the generator.</summary>
public static class GeneratorLoader
{
    /// <summary>Seed of the picture that a file without a probe is tried with.</summary>
    private const ulong TrialSeed = 1;

    /// <summary>What a model that leaves its sides open is tried with, in pixels: first as <see cref="ForeignReading"/> guesses.</summary>
    private static readonly int?[] OpenSides = [null, 512, 128, 64];

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
        UserException? first = null;
        foreach (var side in OpenSides)
        {
            try
            {
                return LoadOnce(path, side is null ? options : options with { Size = (side.Value, side.Value) }, deadline);
            }
            catch (OtherSizeException fault) when (options.Size is null)
            {
                first ??= fault;
            }
        }

        throw first!;
    }

    private static ITensorGenerator LoadOnce(string path, LoadOptions options, LoadDeadline deadline)
    {
        var session = Open(path, options, deadline);
        try
        {
            var metadata = Metadata(session.Session);
            var input = ModelContract.Input(session.Session, options.Size);
            var trial = Try(session, input, metadata?.Probe.Seed ?? TrialSeed, deadline);
            if (metadata is not null)
            {
                RequireAnswer(metadata, trial, session.OnCuda);
            }

            var runs = string.Join(", ", ((string[])[session.Runs, metadata?.Precision == WeightPrecision.Int8 ? "int8" : "", options.Note]).Where(words => words.Length > 0));
            var info = new GeneratorInfo(Path.GetFileName(path), input, trial.Shape, metadata?.Palette ?? session.Reading?.Palette?.Name ?? "", runs, metadata?.Step ?? 0)
            {
                Assumptions = session.Assumptions,
            };
            var generator = new OnnxGenerator(session, info, Styles(session.Session, metadata));
            return metadata is null ? new FiniteAnswers(generator) : metadata.Range == ValueRange.Signed ? generator : new RangeAdapter(generator, metadata.Range);
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <exception cref="UserException">The graph's style has another length than its description.</exception>
    private static ModelStyle? Styles(InferenceSession session, SnapshotMetadata? metadata)
    {
        if (metadata?.Style is not { } style)
        {
            return null;
        }

        var dims = session.OverridableInitializerMetadata.TryGetValue(GraphBuilder.Style, out var input) ? input.Dimensions : [];
        return dims is [1, var count] && count == style.Definition.Count
            ? style
            : throw new UserException($"Expected an input '{GraphBuilder.Style}' of [1,{style.Definition.Count}] as the metadata describes it, found {(dims.Length == 0 ? "none" : $"[{string.Join(',', dims)}]")}; export the file again.");
    }

    private static GeneratorSession Open(string path, LoadOptions options, LoadDeadline deadline)
    {
        try
        {
            return GeneratorSession.Open(path, options, deadline);
        }
        catch (OnnxRuntimeException fault)
        {
            throw new UserException(RuntimeFault.Sentence(fault), fault);
        }
    }

    /// <summary>A file that leaves its sides open may still run at some sizes only.</summary>
    private static ProbeRun Try(GeneratorSession session, FrameShape input, ulong seed, LoadDeadline deadline)
    {
        try
        {
            var trial = ProbeRun.Of(session.Session, input, seed, deadline);
            return session.Reading is null || trial.Values.All(float.IsFinite)
                ? trial
                : throw new UserException("Expected numbers as the model's answer to an ordinary picture, found NaN or infinity; its values may have another range, or its weights are damaged.");
        }
        catch (UserException fault) when (session.Reading is { IsSizeGuessed: true } && fault.InnerException is OnnxRuntimeException)
        {
            throw new OtherSizeException(fault);
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

    /// <summary>The model can't run at the size that was guessed for it.</summary>
    private sealed class OtherSizeException(UserException fault) : UserException(fault.Message, fault);
}
