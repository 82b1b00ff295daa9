using Onnx;
using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Onnx;
using Pix2Pix.Realtime.Onnx.Foreign;

namespace Pix2Pix.Realtime.Rendering.Generator;

/// <summary>Reads an .onnx file into a plan for the GPU. Any thread; no OpenGL calls.</summary>
public static class GeneratorPlanner
{
    /// <param name="path">The file.</param>
    /// <param name="size">Width and height that the generator must have, or that one with open sides is fixed to; null = as the file says.</param>
    /// <param name="foreign">Options for a file without our metadata; its size is <paramref name="size"/>.</param>
    /// <exception cref="UserException">The file is no generator, was cut, or holds something that the GPU does not compute: the sentence names it.</exception>
    public static GeneratorPlan Read(string path, (int Width, int Height)? size = null, ForeignOptions? foreign = null)
    {
        try
        {
            var model = OnnxFile.Read(path);
            if (ForeignModel.Is(model))
            {
                ForeignModel.MakePlain(model, ForeignModel.Read(model, Path.GetDirectoryName(Path.GetFullPath(path))!, (foreign ?? new ForeignOptions()) with { Size = size }));
            }

            return Plan(Path.GetFileName(path), model, size);
        }
        catch (UserException fault)
        {
            throw new UserException($"'{path}' can't run on the GPU: {fault.Message}", fault);
        }
    }

    internal static GeneratorPlan Plan(string name, ModelProto model, (int Width, int Height)? size, ValueRange range = ValueRange.Signed)
    {
        var entries = OnnxFile.Metadata(model);
        var metadata = SnapshotMetadata.IsIn(entries) ? SnapshotMetadata.FromEntries(entries) : null;
        if (metadata is null && model.ProducerName == SnapshotMetadata.Producer)
        {
            throw new UserException("Expected the snapshot's metadata at the end of the file, found none: the file is truncated; export it again.");
        }

        // Old exporters list the weights among the inputs.
        var weights = model.Graph.Initializer.Select(tensor => tensor.Name).ToHashSet();
        var inputs = model.Graph.Input.Where(value => !weights.Contains(value.Name)).ToList();
        if (inputs.Count != 1 || model.Graph.Output.Count != 1)
        {
            throw new UserException($"Expected one image input and one image output, found {inputs.Count} and {model.Graph.Output.Count}; use the generator alone.");
        }

        var shape = Shape(inputs[0], size);
        var constants = new GraphConstants(model.Graph);
        var styles = new StyleBiases(model.Graph);
        var planner = new GraphPlanner(constants, styles, styles.Holds(GraphBuilder.Style) ? constants.Weight(GraphBuilder.Style).Values : []);
        planner[inputs[0].Name] = planner.Plan.NewTensor(shape.Channels, shape.Height, shape.Width);
        foreach (var node in constants.Nodes.Where(node => !styles.Holds(node.Output[0])))
        {
            planner.Add(node);
        }

        var result = planner[model.Graph.Output[0].Name];
        if (result.Single is not { IsRaw: true } part || part.Channels is not (1 or 3 or 4))
        {
            throw new UserException($"Expected the generator to end with a convolution to 1, 3 or 4 channels and at most a Tanh, found {result.Words}; use --provider cpu.");
        }

        var output = new FrameShape(part.Channels, result.Height, result.Width);
        return new GeneratorPlan(name, metadata, metadata?.Range ?? range, shape, output, planner.Plan, part.Tensor);
    }

    private static FrameShape Shape(ValueInfoProto input, (int Width, int Height)? size)
    {
        var dims = input.Type?.TensorType?.Shape?.Dim.Select(dim => PictureLimits.Side(dim.DimValue)).ToArray() ?? [];
        if (dims is not [0 or 1, 1 or 3 or 4, _, _])
        {
            throw new UserException($"Expected an image [1,C,H,W] with 1, 3 or 4 channels as the model's input, found [{string.Join(',', dims)}]; it is not an image-to-image model.");
        }

        // 0 is a size that the file leaves open.
        var shape = new FrameShape(dims[1], dims[2] > 0 ? dims[2] : size?.Height ?? 0, dims[3] > 0 ? dims[3] : size?.Width ?? 0);
        if (shape.Height <= 0 || shape.Width <= 0)
        {
            throw new UserException("Expected fixed sides of the model's input, found open ones; specify the size, e.g. 256x256.");
        }

        return size is null || size == (shape.Width, shape.Height)
            ? PictureLimits.Require(shape)
            : throw new UserException($"Expected a generator for {size.Value.Width}x{size.Value.Height}, found one for {shape.Width}x{shape.Height}; export it at the size that is wanted.");
    }
}
