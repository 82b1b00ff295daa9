using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Networks;

/// <summary>A network's weights and statistics by name, each once.</summary>
internal static class NetworkState
{
    /// <returns>The network's own tensors; it continues owning them.</returns>
    /// <remarks>Not <c>state_dict</c>: that names a weight a second time by the field that holds its layer.</remarks>
    public static IEnumerable<(string Name, Tensor Value)> Of(nn.Module network) =>
        network.named_parameters().Select(entry => (entry.name, (Tensor)entry.parameter)).Concat(network.named_buffers().Select(entry => (entry.name, entry.buffer)));
}
