using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Generators;

namespace Pix2Pix.Realtime.Inference;

/// <summary>The inputs and outputs that a model must have to be a generator: one image in, one image out.</summary>
internal static class ModelContract
{
    /// <summary>The shape of the picture that the model reads.</summary>
    /// <param name="size">What sides the caller wants; null = the model's own.</param>
    /// <exception cref="UserException">The model does not read one picture, or not of that size.</exception>
    public static FrameShape Input(InferenceSession session, (int Width, int Height)? size)
    {
        if (session.InputNames.Count != 1 || session.OutputNames.Count != 1)
        {
            throw new UserException(
                $"Expected one image input and one image output, found {session.InputNames.Count} inputs ({string.Join(", ", session.InputNames)}) " +
                $"and {session.OutputNames.Count} outputs; use the generator alone.");
        }

        RequirePicture(session.OutputMetadata[session.OutputNames[0]], "output");
        return OneInput(session, size);
    }

    /// <summary>The same for a model that puts out more than its picture.</summary>
    /// <exception cref="UserException">The model does not read a picture, or not of that size.</exception>
    public static FrameShape OneInput(InferenceSession session, (int Width, int Height)? size = null)
    {
        var dims = RequirePicture(session.InputMetadata[session.InputNames[0]], "input");
        var shape = PictureLimits.Require(new FrameShape(Channels(dims[1]), Side(dims[2], size?.Height, "height"), Side(dims[3], size?.Width, "width")));
        return size is null || (shape.Width, shape.Height) == size
            ? shape
            : throw new UserException(
                $"Expected a generator for {size.Value.Width}x{size.Value.Height}, found one for {shape.Width}x{shape.Height}; " +
                "export it at that size.");
    }

    /// <summary>The shape of a picture that the model made.</summary>
    /// <exception cref="UserException">It is none.</exception>
    public static FrameShape Picture(ReadOnlySpan<long> dims) => dims.Length == 4 && dims[0] == 1
        ? PictureLimits.Require(new FrameShape(Channels(PictureLimits.Side(dims[1])), PictureLimits.Side(dims[2]), PictureLimits.Side(dims[3])))
        : throw new UserException(
            $"Expected one image [1,C,H,W] as the model's output, found [{string.Join(',', dims.ToArray())}]; it is not an image-to-image model.");

    private static int[] RequirePicture(NodeMetadata node, string which)
    {
        if (!node.IsTensor || node.ElementDataType != TensorElementType.Float)
        {
            var found = node.IsTensor ? node.ElementDataType.ToString() : node.OnnxValueType.ToString();
            throw new UserException($"Expected a float32 image as the model's {which}, found {found}; it is not an image-to-image model.");
        }

        // -1 is a size that the file leaves open.
        var dims = node.Dimensions;
        return dims.Length == 4 && dims[0] is 1 or -1
            ? dims
            : throw new UserException($"Expected [1,C,H,W] as the model's {which}, found [{string.Join(',', dims)}]; it is not an image-to-image model.");
    }

    private static int Channels(int channels) => channels switch
    {
        1 or 3 or 4 => channels,
        -1 => 3,
        _ => throw new UserException($"Expected an image of 1, 3 or 4 channels as [1,C,H,W], found {channels} channels; it is not an image-to-image model."),
    };

    private static int Side(int side, int? wanted, string name) => (side, wanted) switch
    {
        ( > 0, _) => side,
        (_, { } given) => given,
        _ => throw new UserException($"Expected a fixed {name}, found an open one; specify the size, e.g. 256x256."),
    };
}
