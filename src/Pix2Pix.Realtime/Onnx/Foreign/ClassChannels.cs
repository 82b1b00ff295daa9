using Pix2Pix.Realtime.Labels;

namespace Pix2Pix.Realtime.Onnx.Foreign;

/// <summary>Tells which class of a palette each channel of a one-hot input stands for.</summary>
internal static class ClassChannels
{
    private const int MostChannels = 256;

    /// <returns>The palette, and for each channel the place of its class in it, or -1; for ids, for each place the id.</returns>
    /// <exception cref="UserException">There is no palette, or its classes don't fit.</exception>
    public static (Palette Palette, IReadOnlyList<int> Classes) Of(PictureEdge input, PictureContent content, Palette? palette, List<string> assumptions)
    {
        var what = content == PictureContent.Classes ? $"{input.Channels} channels, one for each class of a label map" : "class ids of a label map";
        if (palette is null)
        {
            throw new UserException($"Expected a palette for the model's input '{input.Name}' of {what}, found none; name the palette of its classes.");
        }

        if (content == PictureContent.ClassIds)
        {
            assumptions.Add($"The input's numbers are read as the class ids of the palette {palette.Name}.");
            return (palette, [.. palette.Classes.Select(entry => (int)entry.Id)]);
        }

        var classes = palette.Classes.Select((entry, place) => (entry.Id, Place: place)).OrderBy(entry => entry.Id).ToList();
        var byId = classes[^1].Id + 1;
        if (input.Channels > MostChannels || (input.Channels != classes.Count && input.Channels != byId && input.Channels != classes.Count + 1))
        {
            throw new UserException(
                $"Expected {classes.Count} channels, one for each class of the palette {palette.Name}{(byId == classes.Count ? "" : $", or {byId}, by their ids")}, " +
                $"found {input.Channels} channels in the input {PictureEdge.Words(input.Dims)}; use a palette with as many classes.");
        }

        var channels = Enumerable.Repeat(-1, input.Channels).ToArray();
        foreach (var (entry, order) in classes.Select((entry, order) => (entry, order)))
        {
            channels[input.Channels == classes.Count || input.Channels != byId ? order : entry.Id] = entry.Place;
        }

        var empty = channels.Count(place => place < 0);
        assumptions.Add(
            $"The input's {input.Channels} channels are read as the classes of the palette {palette.Name}, in the order of their ids{(empty > 0 ? $"; {empty} of them {(empty == 1 ? "stays" : "stay")} empty" : "")}.");
        return (palette, channels);
    }
}
