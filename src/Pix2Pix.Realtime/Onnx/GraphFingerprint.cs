using System.Security.Cryptography;
using Google.Protobuf;
using Onnx;

namespace Pix2Pix.Realtime.Onnx;

/// <summary>Names a graph by its operators and sizes: what a run costs depends on these, and on no weight, so all snapshots of a run have one name.</summary>
public static class GraphFingerprint
{
    /// <returns>64 hexadecimal digits.</returns>
    public static string Of(ModelProto model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var bare = model.Clone();
        bare.MetadataProps.Clear();
        foreach (var tensor in bare.Graph.Initializer)
        {
            tensor.RawData = ByteString.Empty;
            tensor.FloatData.Clear();
            tensor.Int32Data.Clear();
        }

        return Convert.ToHexString(SHA256.HashData(bare.ToByteArray()));
    }
}
