using Pix2Pix.Realtime.Data;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Settings;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.Tests.Data;

public sealed class DatasetTests
{
    private static readonly PairOptions Options = new(
        Direction.BtoA, Size: 32, LoadSize: 40, Flip: true, PaletteFile.Load("cmp-facade"), SnapLabels: false, SoftenProbability: 0, ColorJitter: 0);

    [Fact]
    public void The_real_facades_are_found_in_their_parts()
    {
        var folder = DatasetFolder.Open(SharedData.Folder("facades"), PairLayout.Auto);
        Assert.Equal(PairLayout.SideBySide, folder.Layout);
        Assert.Equal((270, 54, 54), (folder.Train.Count, folder.Validation.Count, folder.Test.Count));
        Assert.Empty(folder.Unpaired);
    }

    [Fact]
    public void The_cmp_base_is_paired_by_name_and_a_tenth_is_kept_back()
    {
        var folder = DatasetFolder.Open(SharedData.Folder("cmp-base"), PairLayout.Auto);
        Assert.Equal(PairLayout.CmpBase, folder.Layout);
        Assert.Equal(40, folder.Train.Count + folder.Validation.Count);
        Assert.Equal(4, folder.Validation.Count);
        Assert.Empty(folder.Train.Intersect(folder.Validation));
    }

    [Fact]
    public void Two_folders_pair_by_name_and_the_rest_is_listed()
    {
        using var folder = new TemporaryFolder();
        foreach (var name in new[] { "A/1.png", "A/2.JPG", "A/lonely.png", "B/1.jpg", "B/2.png", "B/.hidden.png", "B/é ü.png" })
        {
            ImageFile.Save(folder.File(name.Split('/')), new PixelImage(4, 4));
        }

        var found = DatasetFolder.Open(folder.Path, PairLayout.Auto);
        Assert.Equal(["1", "2"], found.Train.Concat(found.Validation).Select(pair => pair.Name).Order());
        Assert.Equal(["lonely.png", "é ü.png"], found.Unpaired.Select(Path.GetFileName).Order());
    }

    [Fact]
    public void Two_files_of_one_name_in_a_half_do_not_both_pair()
    {
        using var folder = new TemporaryFolder();
        foreach (var name in new[] { "trainA/1.png", "trainA/1.jpg", "trainB/1.png", "valA/7.png", "valB/7.png" })
        {
            ImageFile.Save(folder.File(name.Split('/')), new PixelImage(4, 4));
        }

        var found = DatasetFolder.Open(folder.Path, PairLayout.Auto);
        Assert.Equal((1, 1, 1), (found.Train.Count, found.Validation.Count, found.Unpaired.Count));
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(2, 1, 1)]
    [InlineData(20, 18, 2)]
    public void Even_the_smallest_dataset_can_be_validated(int pairs, int train, int validation)
    {
        using var folder = new TemporaryFolder();
        for (var i = 0; i < pairs; i++)
        {
            ImageFile.Save(folder.File("train", $"{i}.png"), new PixelImage(8, 4));
        }

        var found = DatasetFolder.Open(folder.Path, PairLayout.Auto);
        Assert.Equal((train, validation), (found.Train.Count, found.Validation.Count));
    }

    [Fact]
    public void Bad_files_are_left_out_and_listed()
    {
        using var folder = new TemporaryFolder();
        ImageFile.Save(folder.File("train", "good.png"), new PixelImage(8, 4));
        ImageFile.Save(folder.File("train", "odd.png"), new PixelImage(7, 4));
        File.WriteAllBytes(folder.File("train", "broken.jpg"), [1, 2, 3]);
        var found = DatasetFolder.Open(folder.Path, PairLayout.Auto);
        var set = PairedDataset.Verify([.. found.Train, .. found.Validation], Options);
        Assert.Equal(["good"], set.Names);
        Assert.Equal(2, set.Skipped.Count);
    }

    [Theory]
    [InlineData(false, "found none")]
    [InlineData(true, "found no images")]
    public void A_missing_or_empty_dataset_is_one_sentence(bool exists, string expected)
    {
        using var folder = new TemporaryFolder();
        var root = Path.Combine(folder.Path, "set");
        if (exists)
        {
            Directory.CreateDirectory(root);
        }

        Assert.Contains(expected, Assert.Throws<UserException>(() => DatasetFolder.Open(root, PairLayout.Auto)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Both_halves_get_the_same_crop_and_flip()
    {
        // Red counts columns, green rows; with both halves alike, input and target must come out alike for every augmentation.
        var half = new PixelImage(40, 40);
        for (var i = 0; i < 1600; i++)
        {
            (half.Rgba[i * 4], half.Rgba[(i * 4) + 1], half.Rgba[(i * 4) + 3]) = ((byte)(i % 40 * 6), (byte)(i / 40 * 6), 255);
        }

        var preparation = new PairPreparation(Options);
        var seen = new HashSet<(float, float)>();
        for (ulong augmentation = 0; augmentation < 64; augmentation++)
        {
            var (input, target) = (new float[3 * 32 * 32], new float[3 * 32 * 32]);
            preparation.Prepare(half, half, augmentation, input, target);
            Assert.Equal(input, target);
            seen.Add((input[0], input[32 * 32]));
        }

        Assert.InRange(seen.Count, 30, 64);
    }

    [Fact]
    public void The_same_seed_gives_the_same_pair_and_direction_decides_which_half_is_the_input()
    {
        using var folder = new TemporaryFolder();
        var both = new PixelImage(64, 32);
        for (var i = 0; i < 64 * 32; i++)
        {
            both.Rgba[(i * 4) + (i % 64 < 32 ? 0 : 2)] = both.Rgba[(i * 4) + 3] = 255;
        }

        ImageFile.Save(folder.File("train", "1.png"), both);
        var pairs = DatasetFolder.Open(folder.Path, PairLayout.Auto).Validation;
        var (photo, labels) = Read(Options);
        Assert.Equal(1f, labels[2 * 32 * 32]);
        Assert.Equal(1f, photo[0]);
        Assert.Equal(photo, Read(Options).Target);
        Assert.Equal(labels, Read(Options with { Direction = Direction.AtoB }).Target);

        (float[] Target, float[] Input) Read(PairOptions options)
        {
            var (input, target) = (new float[3 * 32 * 32], new float[3 * 32 * 32]);
            PairedDataset.Verify(pairs, options).Load(0, 77, input, target);
            return (target, input);
        }
    }
}
