using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Inference;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Painting.Tools;
using Pix2Pix.Realtime.Synthesis;

namespace Pix2Pix.Realtime.App.Export.Web;

/// <summary><c>pix2pix export --web FOLDER --model FILE</c>: a folder of static files in which anyone can paint with that generator in a browser.</summary>
/// <param name="model">An .onnx file of floats.</param>
/// <param name="writeInt8">Writes the generator's int8 form to a file; refuses with a <see cref="UserException"/> where it is visibly worse.</param>
internal sealed class WebPage(string model, Action<string> writeInt8)
{
    private const int Samples = 6;

    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    private static string Sources => Path.Combine(AppContext.BaseDirectory, "page");

    /// <summary>Writes the folder whole or not at all.</summary>
    /// <param name="folder">Not there yet, or empty.</param>
    /// <exception cref="UserException">There is something in the folder, the generator can't be used, or the runtime can't be downloaded.</exception>
    public void Write(string folder)
    {
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
        {
            throw new UserException(WebTexts.FolderNotEmpty(folder));
        }

        var target = Path.GetFullPath(folder);
        var scratch = Directory.CreateDirectory($"{target}{AtomicFile.TemporaryEnding}-{RandomNumberGenerator.GetHexString(8, lowercase: true)}").FullName;
        try
        {
            Fill(scratch);
            if (Directory.Exists(target))
            {
                Directory.Delete(target);
            }

            Directory.Move(scratch, target);
        }
        catch
        {
            Directory.Delete(scratch, recursive: true);
            throw;
        }
    }

    private void Fill(string folder)
    {
        using var generator = GeneratorLoader.Load(model, new LoadOptions { Provider = ExecutionProvider.Cpu });
        var info = generator.Info;
        if (info.Input.Channels != 3)
        {
            throw new UserException(WebTexts.NotRgb(model, info.Input.Channels));
        }

        WebRuntime.Write(Directory.CreateDirectory(Path.Combine(folder, "runtime")).FullName);
        File.Copy(model, Path.Combine(folder, "generator.onnx"));
        var generators = new List<object> { new { file = "generator.onnx", precision = "fp32" } };
        if (TryInt8(Path.Combine(folder, "generator.int8.onnx")))
        {
            generators.Add(new { file = "generator.int8.onnx", precision = "int8" });
        }

        var palette = PaletteFile.Load(info.Palette.Length > 0 ? info.Palette : "cmp-facade");
        var facts = JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                name = Path.GetFileNameWithoutExtension(info.Name),
                info.Input.Width, info.Input.Height, OutputWidth = info.Output.Width, OutputHeight = info.Output.Height,
                InputChannels = info.Input.Channels, OutputChannels = info.Output.Channels,
                generators,
                Background = IndexOf(palette, palette.Background.Id),
                Classes = palette.Classes.Select(one => new { one.Name, Color = new int[] { one.Color.R, one.Color.G, one.Color.B }, Key = one.Key.ToString() }),
                Stamps = new ToolBox(palette.Classes).All.OfType<StampTool>().Select(stamp => Stamp(stamp, palette)),
                Samples = WriteSamples(folder, palette, info.Input),
            },
            Json);
        File.WriteAllBytes(Path.Combine(folder, "model.json"), facts);
        CopyPage(folder);
    }

    /// <summary>The browser times both and takes the faster; without int8 it has the floats.</summary>
    private bool TryInt8(string file)
    {
        try
        {
            writeInt8(file);
            return true;
        }
        catch (UserException fault)
        {
            Console.Error.WriteLine(WebTexts.WithoutInt8(fault.Message));
            return false;
        }
    }

    private static object Stamp(StampTool stamp, Palette palette) => new
    {
        Name = Title(stamp.Name), stamp.Size.Width, stamp.Size.Height,
        Parts = stamp.Parts.Select(part => new { Class = IndexOf(palette, part.ClassId), part.Left, part.Top, part.Right, part.Bottom }),
    };

    /// <summary>"window stamp" is "Window" on its button.</summary>
    private static string Title(string name) => string.Create(CultureInfo.InvariantCulture, $"{char.ToUpperInvariant(name[0])}{name[1..].Replace(" stamp", "", StringComparison.Ordinal)}");

    private static int IndexOf(Palette palette, byte id) => palette.Classes.Select((one, index) => (one.Id, index)).Single(one => one.Id == id).index;

    /// <summary>Drawn houses, where the palette knows houses.</summary>
    private static string[] WriteSamples(string folder, Palette palette, FrameShape shape)
    {
        if (palette.Name != "cmp-facade")
        {
            return [];
        }

        Directory.CreateDirectory(Path.Combine(folder, "samples"));
        var labels = new LabelDecoder(palette);
        return [.. Enumerable.Range(1, Samples).Select(seed =>
        {
            var name = $"samples/{seed}.png";
            ImageFile.Save(Path.Combine(folder, name), labels.Encode(FacadeSynthesizer.DrawLabels((ulong)seed, shape.Width, shape.Height)));
            return name;
        })];
    }

    /// <summary>The service worker's cache has the name of this export's content, so that a browser never mixes two.</summary>
    private static void CopyPage(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Concat(Directory.GetFiles(Sources)).Order(StringComparer.Ordinal))
        {
            hash.AppendData(File.ReadAllBytes(file));
        }

        var version = Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
        foreach (var file in Directory.GetFiles(Sources))
        {
            File.WriteAllText(Path.Combine(folder, Path.GetFileName(file)), File.ReadAllText(file).Replace("VERSION", version, StringComparison.Ordinal));
        }
    }
}
