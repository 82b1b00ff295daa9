using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;

namespace Pix2Pix.Realtime.Styles;

/// <summary>Tells an object from its surroundings in a picture without labels: whatever has another colour than the picture's border. For products before an even ground. Stateless.</summary>
internal static class Silhouette
{
    public const string Surroundings = "surroundings";
    public const string Object = "object";

    /// <summary>Of 255, in any channel.</summary>
    private const int Difference = 26;

    /// <exception cref="UserException">There is no such region.</exception>
    public static byte IdOf(string region) => region switch
    {
        Surroundings => 0,
        Object => 1,
        _ => throw new UserException($"Expected '{Object}' or '{Surroundings}' as a region of pictures without labels, found '{region}'; correct the style's definition."),
    };

    /// <returns>0 where the surroundings are, 1 where the object is.</returns>
    public static LabelMap Of(PixelImage picture)
    {
        var map = new LabelMap(picture.Width, picture.Height, 0);
        var (sums, count) = (new int[3], 0);
        for (var y = 0; y < picture.Height; y++)
        {
            var isEdge = y == 0 || y == picture.Height - 1;
            for (var x = 0; x < picture.Width; x += isEdge ? 1 : Math.Max(1, picture.Width - 1))
            {
                for (var channel = 0; channel < 3; channel++)
                {
                    sums[channel] += picture.Row(y)[(4 * x) + channel];
                }

                count++;
            }
        }

        for (var i = 0; i < map.Ids.Length; i++)
        {
            var pixel = picture.Rgba.AsSpan(4 * i, 3);
            var differs = Math.Abs(pixel[0] - (sums[0] / count)) > Difference || Math.Abs(pixel[1] - (sums[1] / count)) > Difference || Math.Abs(pixel[2] - (sums[2] / count)) > Difference;
            map.Ids[i] = differs ? (byte)1 : (byte)0;
        }

        return map;
    }
}
