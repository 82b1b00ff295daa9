using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Pix2Pix.Realtime.Styles;

/// <summary>What a generator's file states about its styles. Immutable; any thread.</summary>
/// <param name="Definition">What the numbers mean.</param>
/// <param name="Distribution">The styles of what it learned from.</param>
public sealed record ModelStyle(StyleDefinition Definition, StyleDistribution Distribution)
{
    /// <summary>As the metadata of a file has it: one line of JSON; <see cref="Parse"/> reads it back.</summary>
    public string ToText()
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("name", Definition.Name);
            json.WriteString("palette", Definition.Palette);
            json.WriteStartArray("groups");
            foreach (var group in Definition.Groups)
            {
                json.WriteStartObject();
                json.WriteString("name", group.Name);
                json.WriteString("label", group.Label);
                json.WriteString("measure", group.Quantity.ToString().ToLowerInvariant());
                json.WriteStartArray("of");
                foreach (var region in group.Regions)
                {
                    json.WriteStringValue(region);
                }

                json.WriteEndArray();
                Write(json, "neutral", group.Neutral);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("seen");
            foreach (var sample in Distribution.Samples)
            {
                Write(json, null, sample);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    /// <summary>Reads what <see cref="ToText"/> wrote.</summary>
    /// <exception cref="UserException">The text is none, or was changed.</exception>
    public static ModelStyle Parse(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            var root = json.RootElement;
            var groups = root.GetProperty("groups").EnumerateArray().Select(ReadGroup).ToList();
            var definition = new StyleDefinition(Text(root, "name"), Text(root, "palette"), groups);
            var samples = root.GetProperty("seen").EnumerateArray().Select(Numbers).ToList();
            foreach (var sample in samples)
            {
                definition.Require(sample);
            }

            return new ModelStyle(definition, new StyleDistribution(samples));
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new UserException($"Expected a description of styles, found '{text[..Math.Min(text.Length, 40)]}'; export the file again.", fault);
        }
    }

    private static StyleGroup ReadGroup(JsonElement group)
    {
        var quantity = Enum.Parse<StyleQuantity>(Text(group, "measure"), ignoreCase: true);
        float[] neutral = Numbers(group.GetProperty("neutral"));
        return neutral.Length == StyleGroup.CountOf(quantity)
            ? new StyleGroup(Text(group, "name"), Text(group, "label"), quantity, [.. group.GetProperty("of").EnumerateArray().Select(one => one.GetString()!)], neutral)
            : throw new FormatException("Expected as many neutral values as the quantity has.");
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";

    private static float[] Numbers(JsonElement list) => [.. list.EnumerateArray().Select(number => number.GetSingle())];

    private static void Write(Utf8JsonWriter json, string? name, IEnumerable<float> numbers)
    {
        if (name is null)
        {
            json.WriteStartArray();
        }
        else
        {
            json.WriteStartArray(name);
        }

        foreach (var number in numbers)
        {
            json.WriteNumberValue(MathF.Round(number, 4));
        }

        json.WriteEndArray();
    }
}
