using CsCheck;
using Pix2Pix.Realtime.App.Osc;

namespace Pix2Pix.Realtime.App.Tests.Osc;

public sealed class OscPacketTests
{
    [Fact]
    public void Numbers_switches_and_words_are_read_also_in_bundles_of_bundles()
    {
        var packet = OscBytes.Bundle(
            OscBytes.Number("/Source/brightness", 0.25f), OscBytes.Bundle(OscBytes.Whole("/a", -3), OscBytes.Switch("/b", true)), OscBytes.Words("/Source/look", "edges"));
        var messages = new List<OscMessage>();
        Assert.Null(OscPacket.Read(packet, messages));
        Assert.Equal(
            [new("/Source/brightness", 0.25, null), new("/a", -3, null), new("/b", 1, null), new("/Source/look", double.NaN, "edges")],
            messages);
    }

    [Fact]
    public void A_packet_of_the_standards_own_example_is_read()
    {
        // The standard's example: /oscillator/4/frequency with the float 440.
        byte[] packet = [.. "/oscillator/4/frequency\0,f\0\0"u8, 0x43, 0xdc, 0, 0];
        var messages = new List<OscMessage>();
        Assert.Null(OscPacket.Read(packet, messages));
        Assert.Equal([new("/oscillator/4/frequency", 440, null)], messages);
    }

    [Fact]
    public void Rubbish_is_answered_with_words_and_never_throws() => Gen.Byte.Array[0, 64].Sample(
        packet => Assert.True(OscPacket.Read(packet, new List<OscMessage>()) is not "", "a sentence or nothing"), iter: 20_000);

    [Fact]
    public void A_packet_that_is_cut_anywhere_never_throws()
    {
        var packet = OscBytes.Bundle(OscBytes.Number("/a/b", 1), OscBytes.Words("/c/d", "word"));
        for (var length = 0; length < packet.Length; length++)
        {
            var fault = OscPacket.Read(packet.AsSpan(0, length), new List<OscMessage>());
            Assert.True(fault is not null || length is 16 or 36, $"{length} of {packet.Length} bytes were taken for whole");
        }
    }

    [Fact]
    public void Bundles_do_not_nest_without_end()
    {
        var packet = OscBytes.Number("/a", 1);
        for (var i = 0; i < 20; i++)
        {
            packet = OscBytes.Bundle(packet);
        }

        Assert.Contains("nested bundles", OscPacket.Read(packet, new List<OscMessage>()), StringComparison.Ordinal);
    }
}
