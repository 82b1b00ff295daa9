using System.Net;
using System.Net.Sockets;
using Pix2Pix.Realtime.App.Live.Performing;
using Pix2Pix.Realtime.App.Tests.Live;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.App.Tests.Osc;

/// <summary>Real packets to the real program in a real window.</summary>
public sealed class OscInputTests : IDisposable
{
    private readonly LiveRun _run = new(side: 64);

    public void Dispose() => _run.Dispose();

    [Fact]
    public void A_desk_turns_properties_within_their_ranges_and_rubbish_is_said_once()
    {
        using var display = XvfbDisplay.Start(1280, 720);
        using var program = _run.Start(display.Name, "live", "--model", _run.Model, "--log", _run.Log, "--osc", "0");
        var place = IPEndPoint.Parse(_run.WaitFor(program, "osc").GetProperty("place").GetString()!);
        Assert.True(IPAddress.IsLoopback(place.Address));
        using var desk = new UdpClient();
        Assert.Equal("0.25", Tell(OscBytes.Number("/TranslationView/split", 0.25f)));
        Assert.Equal("1", Tell(OscBytes.Number("/TranslationView/split", 7)));
        Assert.Equal("overlay", Tell(OscBytes.Words("/translationview/view", "overlay")));
        Assert.Equal("split", Tell(OscBytes.Whole("/TranslationView/view", 1)));
        Assert.Equal("64", Tell(OscBytes.Number("/LabelCanvas/brush", 1e9f)));
        Assert.Equal("3", Tell(OscBytes.Whole("/LabelCanvas/columns", 3)));
        Assert.Equal("true", Tell(OscBytes.Switch("/Source/mirror", true)));
        desk.Send("rubbish"u8.ToArray(), 7, place);
        Assert.Contains("7 bytes", Said(), StringComparison.Ordinal);
        desk.Send("rubbish"u8.ToArray(), 7, place);
        Send(OscBytes.Number("/Nobody/here", 1));
        Assert.Contains("/Nobody/here", Said(), StringComparison.Ordinal);
        Send(OscBytes.Number("/Source/from", float.NaN));
        Assert.Contains("/Source/from was rejected", Said(), StringComparison.Ordinal);
        Send(OscBytes.Number("/Translator/threads", 1));
        Assert.Contains("/Translator/threads", Said(), StringComparison.Ordinal);

        // Files, addresses and ports are not a desk's to name.
        foreach (var (address, text) in (ReadOnlySpan<(string, string)>)[("/Translator/model", "/dev/zero"), ("/Recorder/to", "-report://x"), ("/Source/from", "test"), ("/Osc/listen", "0.0.0.0:0"), ("/CrossFade/second", _run.Model)])
        {
            Send(OscBytes.Words(address, text));
            Assert.Contains($"{address} was rejected", Said(), StringComparison.Ordinal);
        }

        Assert.Equal("\"canvas\"", Tell(OscBytes.Words("/Source/from", "canvas")));

        void Send(byte[] packet) => desk.Send(packet, packet.Length, place);

        string? Said() => _run.WaitFor(program, "notice").GetProperty("sentence").GetString();

        string? Tell(byte[] packet)
        {
            Send(packet);
            return _run.WaitFor(program, "osc").GetProperty("value").GetString();
        }
    }

    [Fact]
    public void Files_of_the_named_folder_are_taken_and_none_that_lie_outside_or_lead_there()
    {
        using var display = XvfbDisplay.Start(1280, 720);
        var folder = Directory.CreateDirectory(_run.At("allowed")).FullName;
        File.Copy(_run.Model, Path.Combine(folder, "a.onnx"));
        File.CreateSymbolicLink(Path.Combine(folder, "link.onnx"), _run.Model);
        using var program = _run.Start(display.Name, "live", "--model", _run.Model, "--log", _run.Log, "--osc", "0", "--osc-files", folder);
        var place = IPEndPoint.Parse(_run.WaitFor(program, "osc").GetProperty("place").GetString()!);
        using var desk = new UdpClient();
        Send("a.onnx");
        Assert.Equal($"\"{Path.Combine(folder, "a.onnx")}\"", _run.WaitFor(program, "osc").GetProperty("value").GetString());
        foreach (var text in (string[])["../two-layers.onnx", _run.Model, "/dev/zero", "link.onnx", "http://127.0.0.1/a.onnx/../../../.."])
        {
            Send(text);
            Assert.Contains("/CrossFade/second was rejected", _run.WaitFor(program, "notice", one => one.GetProperty("sentence").GetString()!.Contains("rejected", StringComparison.Ordinal)).GetProperty("sentence").GetString(), StringComparison.Ordinal);
            Send("a.onnx");
            _run.WaitFor(program, "osc");
        }

        void Send(string text)
        {
            var packet = OscBytes.Words("/CrossFade/second", text);
            desk.Send(packet, packet.Length, place);
        }
    }

    [Fact]
    public void Of_generators_asked_for_in_one_breath_the_last_one_stays()
    {
        using var display = XvfbDisplay.Start(1280, 720);
        var folder = Directory.CreateDirectory(_run.At("allowed")).FullName;
        string[] names = ["a.onnx", "b.onnx", "c.onnx", "d.onnx"];
        Array.ForEach(names, name => File.Copy(_run.Model, Path.Combine(folder, name)));
        using var program = _run.Start(display.Name, "live", "--model", _run.Model, "--log", _run.Log, "--osc", "0", "--osc-files", folder, "--no-tune");
        var place = IPEndPoint.Parse(_run.WaitFor(program, "osc").GetProperty("place").GetString()!);
        using var desk = new UdpClient();
        foreach (var name in names)
        {
            var packet = OscBytes.Words("/Translator/model", name);
            desk.Send(packet, packet.Length, place);
        }

        _run.WaitFor(program, "generator", one => one.GetProperty("name").GetString() == names[^1]);
    }

    [Theory]
    [InlineData("off", null)]
    [InlineData("7000", "127.0.0.1:7000")]
    [InlineData("0.0.0.0:7000", "0.0.0.0:7000")]
    public void A_place_is_a_port_an_address_with_a_port_or_off(string text, string? place) => Assert.Equal(place, OscComponent.Parse(text)?.ToString());

    [Theory]
    [InlineData("loud")]
    [InlineData("1.2.3.4")]
    [InlineData("70000")]
    public void Another_place_is_refused(string text) => Assert.Contains(text, Assert.Throws<UserException>(() => OscComponent.Parse(text)).Message, StringComparison.Ordinal);
}
