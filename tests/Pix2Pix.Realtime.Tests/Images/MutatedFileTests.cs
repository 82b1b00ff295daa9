using Pix2Pix.Realtime.Images;

namespace Pix2Pix.Realtime.Tests.Images;

public sealed class MutatedFileTests
{
    private const int Files = 2000;
    private const int Seed = 21;

    [Fact]
    public void Two_thousand_damaged_files_of_every_format_are_read_or_refused_in_one_sentence()
    {
        var whole = Encodings.All.Select(name => (Name: name, Bytes: Encodings.Encode(name, Encodings.Picture(24, 20)))).ToArray();
        var random = new Random(Seed);
        var refused = 0;
        for (var file = 0; file < Files; file++)
        {
            var (name, bytes) = whole[file % whole.Length];
            var fault = Record.Exception(() => ImageFile.Decode(Mutate(bytes, random)));
            Assert.True(fault is null or UserException, $"{name}, file {file} of seed {Seed}: {fault}");
            Assert.DoesNotContain('\n', fault?.Message ?? "");
            refused += fault is null ? 0 : 1;
        }

        // Neither is everything refused, nor nothing: the damage reaches the decoders.
        Assert.InRange(refused, Files / 4, Files * 19 / 20);
    }

    /// <summary>Bytes changed, cut off at the end, taken out or doubled: what bad disks, broken downloads and broken programs do.</summary>
    private static byte[] Mutate(byte[] bytes, Random random)
    {
        var mutated = bytes.ToArray();
        var (at, length) = (random.Next(bytes.Length), random.Next(1, 40));
        var end = Math.Min(bytes.Length, at + length);
        switch (random.Next(5))
        {
            case 0:
                return mutated[..at];
            case 1:
                return [.. mutated[..at], .. mutated[end..]];
            case 2:
                return [.. mutated[..end], .. mutated[at..]];
            case 3:
                random.NextBytes(mutated.AsSpan(at, end - at));
                return mutated;
            default:
                for (var i = random.Next(1, 6); i > 0; i--)
                {
                    mutated[random.Next(Math.Min(mutated.Length, 200))] ^= (byte)(1 << random.Next(8));
                }

                return mutated;
        }
    }
}
