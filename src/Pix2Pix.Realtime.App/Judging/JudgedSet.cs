namespace Pix2Pix.Realtime.App.Judging;

/// <summary>What is known of a set of pictures that are judged together, each beside the photograph of the same place. One thread.</summary>
internal sealed class JudgedSet
{
    private readonly List<DescribedPicture> _pictures = [];
    private readonly List<PixelScore> _pixels = [];

    public IReadOnlyList<DescribedPicture> Pictures => _pictures;

    public IReadOnlyList<PixelScore> Pixels => _pixels;

    /// <summary>What was read back from the pictures; shared by sets that have no label maps of their own.</summary>
    public LabelConfusion Labels { get; init; } = new();

    public void Add(JudgedPicture picture)
    {
        _pictures.Add(picture.Description);
        _pixels.Add(picture.Score);
        if (picture is { Truth: { } truth, Answer: { } answer })
        {
            Labels.Add(truth, answer);
        }
    }
}
