using Pix2Pix.Realtime.App.Judging;

namespace Pix2Pix.Realtime.App.Tests.Judging;

/// <summary>The proof of the judge: on pictures whose order of worth is known it finds that order, and can't be pleased by tricks.</summary>
public sealed class JudgeTests
{
    private static readonly string[] Sources = [MadePictures.Drawn, MadePictures.Real];

    public static TheoryData<string> Pictures => [.. Sources];

    /// <summary>Label recovery needs a trained network, and the made grid has no period of 8.</summary>
    public static TheoryData<string> SeenBy => [.. Figures.All.Select(figure => figure.Key).Where(key => key is not ("label_recovery" or "lattice_8"))];

    public static TheoryData<string, double, float> Tricks
    {
        get
        {
            var rows = new TheoryData<string, double, float>();
            foreach (var source in Sources)
            {
                foreach (var (noise, sharpening) in new[] { (1.0, 0f), (2, 0), (4, 0), (8, 0), (16, 0), (0, 0.5f), (0, 1), (0, 2), (0, 4), (4, 2), (4, 4), (8, 4) })
                {
                    rows.Add(source, noise, sharpening);
                }
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Pictures))]
    public void Photographs_are_above_blurred_ones_above_ones_under_a_grid_and_above_both(string source)
    {
        var made = MadePictures.Of(source);
        var photographs = made.Overall(made.Yardsticks.Floor);
        Assert.All(
            [made.Yardsticks.Blurred, made.Yardsticks.Gridded, made.Judge(MadePictures.Gridded(made.Blurred))],
            faulty => Assert.True(made.Overall(faulty) > photographs, $"photographs {photographs}, faulty {made.Yardsticks.Of(faulty)}"));
    }

    /// <summary>What a figure says it sees, it sees on drawings and on photographs alike; what it sees on one of the two only is not promised.</summary>
    [Theory]
    [MemberData(nameof(SeenBy))]
    public void A_figure_sees_what_it_says_it_sees(string key)
    {
        var figure = Figures.All.Single(figure => figure.Key == key);
        var seen = Sources.Select(source => MadePictures.Of(source).Yardsticks)
            .Select(made => (IsSeen(made, made.Blurred) ? Sees.Fog : 0) | (IsSeen(made, made.Gridded) ? Sees.Grid : 0));
        Assert.Equal(figure.Sees, seen.Aggregate((one, other) => one & other));

        bool IsSeen(Yardsticks made, Judgement faulty)
        {
            var (found, floor) = (faulty[figure]!.Value, made.Floor[figure]!.Value);
            return key.Split('_')[0] switch
            {
                "kid" => found.Low > floor.High,
                "octave" => Math.Abs(found.Value - 1) > 0.2,
                "grain" => found.Value > 0.25,
                "spectrum" => Math.Abs(found.Value) > 0.3,
                "lattice" => found.Value > 1.5,
                "psnr" or "ssim" => found.Value < floor.Value,
                _ => found.Value > floor.Value,
            };
        }
    }

    [Theory]
    [MemberData(nameof(Tricks))]
    public void Noise_and_sharpening_do_not_make_blurred_pictures_better(string source, double noise, float sharpening)
    {
        var made = MadePictures.Of(source);
        var tricked = made.Judge(MadePictures.Noisy(MadePictures.Sharpened(made.Blurred, sharpening), noise));
        Assert.True(made.Overall(tricked) >= made.Overall(made.Yardsticks.Blurred), $"blurred {made.Yardsticks.Of(made.Yardsticks.Blurred)}, tricked {made.Yardsticks.Of(tricked)}");
    }
}
