using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Numerics;
using Pix2Pix.Realtime.Synthesis;

namespace Pix2Pix.Realtime.Data;

/// <summary>Writes drawn facades as a dataset: side by side, photograph left, labels right, in <c>train</c> and <c>val</c>.</summary>
internal static class SynthesizedFolder
{
    /// <summary>Every tenth pair is for validation.</summary>
    private const int ValidationShare = 10;

    /// <summary>Draws and writes; the same arguments give the same files on every machine and with any number of threads.</summary>
    /// <param name="folder">New or empty.</param>
    /// <param name="count">Pairs, at least 1.</param>
    /// <param name="seed">Decides what is drawn.</param>
    /// <param name="size">The side of each half, in pixels.</param>
    /// <param name="palette">The colours of the label maps; it holds the facade classes' ids.</param>
    /// <param name="onPair">Called after each pair, from any thread.</param>
    /// <exception cref="UserException">The folder holds something already.</exception>
    public static void Write(string folder, int count, ulong seed, int size, Palette palette, Action onPair)
    {
        NewFolder.Require(folder);
        foreach (var part in new[] { "train", "val" })
        {
            Directory.CreateDirectory(Path.Combine(folder, part));
        }

        var labels = new LabelDecoder(palette);
        FileLoop.Run(count, index =>
        {
            var pair = FacadeSynthesizer.Draw(SeededRandom.Mix(seed, index), size, size);
            var part = index % ValidationShare == ValidationShare - 1 ? "val" : "train";
            ImageFile.Save(Path.Combine(folder, part, $"{index + 1:D5}.png"), pair.Photo.Beside(labels.Encode(pair.Labels)), isDurable: false);
            onPair();
        });
    }
}
