using System.Diagnostics;
using System.Text.Json;
using Pix2Pix.Realtime.App.Bench;
using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.App.Tests.Bench;

public sealed class PeerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_peer_translates_once_for_each_line_and_says_how_long_it_took()
    {
        using var peer = new Peer("a peer", Script("""echo '{"version":"1","threads":2,"difference":0.00001}'; while read line; do echo 12.5; done"""));
        peer.Translate();
        peer.Translate();
        Assert.Equal([12.5, 12.5], peer.Milliseconds);
    }

    [Theory]
    [InlineData("""echo '{"version":"1","threads":2,"difference":0.5}'; cat""", "runs another network")]
    [InlineData("""echo '{"version":"1","threads":2,"difference":null}'; cat""", "runs another network")]
    [InlineData("exit 3", "its process ended")]
    public void A_peer_that_answers_otherwise_or_not_at_all_is_refused(string script, string words) =>
        Assert.Contains(words, Assert.Throws<UserException>(() => new Peer("a peer", Script(script))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_network_is_written_with_all_its_weights_and_our_answer()
    {
        var model = _folder.File("random.onnx");
        RandomGenerator.Write(model, width: 2, NormStatistics.Running);
        PeerNetwork.Write(model, _folder.Path);
        using var network = JsonDocument.Parse(File.ReadAllText(_folder.File("network.json")));
        var weights = network.RootElement.GetProperty("weights").EnumerateArray().ToList();
        Assert.Equal(weights.Sum(weight => weight.GetProperty("count").GetInt64()) * sizeof(float), new FileInfo(_folder.File("weights.bin")).Length);
        Assert.Equal(
            ["Concat", "Conv", "ConvTranspose", "LeakyRelu", "Relu", "Tanh"],
            network.RootElement.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("op").GetString()!).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(3 * 256 * 256 * sizeof(float), new FileInfo(_folder.File("answer.bin")).Length);
        Assert.Equal(new FileInfo(_folder.File("answer.bin")).Length, new FileInfo(_folder.File("input.bin")).Length);
    }

    private static ProcessStartInfo Script(string script) => new("bash", ["-c", script]);
}
