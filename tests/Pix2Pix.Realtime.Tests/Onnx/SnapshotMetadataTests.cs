using CsCheck;
using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Onnx;
using Pix2Pix.Realtime.Settings;

namespace Pix2Pix.Realtime.Tests.Onnx;

public sealed class SnapshotMetadataTests
{
    private static readonly Gen<SnapshotMetadata> Metadata =
        from direction in Gen.Enum<Direction>()
        from size in Gen.Select(Gen.Int[1, 4096], Gen.Int[1, 4096])
        from range in Gen.Enum<ValueRange>()
        from words in Gen.Select(Gen.String, Gen.String)
        from statistics in Gen.Enum<NormStatistics>()
        from precision in Gen.Enum<WeightPrecision>()
        from step in Gen.Long[0, long.MaxValue]
        from probe in Gen.Select(Gen.ULong, Gen.Float[-1, 1].Array[1, 32])
        select new SnapshotMetadata(direction, size.Item1, size.Item2, range, words.Item1, statistics, precision, words.Item2, step, new Probe(probe.Item1, probe.Item2));

    [Fact]
    public void Metadata_comes_back_as_it_was_written() => Metadata.Sample(written =>
    {
        var read = SnapshotMetadata.FromEntries(written.ToEntries().ToDictionary());
        Assert.Equal(written with { Probe = read.Probe }, read);
        Assert.Equal(written.Probe.Seed, read.Probe.Seed);
        Assert.Equal(written.Probe.Outputs, read.Probe.Outputs);
    }, iter: 500);

    [Fact]
    public void A_missing_entry_is_named() => Metadata.Sample(written =>
    {
        foreach (var entry in written.ToEntries())
        {
            var entries = written.ToEntries().Where(other => other.Key != entry.Key).ToDictionary();
            Assert.Contains(entry.Key, Assert.Throws<UserException>(() => SnapshotMetadata.FromEntries(entries)).Message, StringComparison.Ordinal);
        }
    }, iter: 5);

    [Theory]
    [InlineData("pix2pix.direction", "sideways")]
    [InlineData("pix2pix.size", "256")]
    [InlineData("pix2pix.range", "0..2")]
    [InlineData("pix2pix.step", "many")]
    [InlineData("pix2pix.probe", "1 0.5 x")]
    [InlineData("pix2pix.format", "99")]
    public void An_entry_that_cannot_be_read_is_refused(string key, string value)
    {
        var entries = Metadata.Single().ToEntries().ToDictionary();
        entries[key] = value;
        Assert.Contains(value, Assert.Throws<UserException>(() => SnapshotMetadata.FromEntries(entries)).Message, StringComparison.Ordinal);
    }
}
