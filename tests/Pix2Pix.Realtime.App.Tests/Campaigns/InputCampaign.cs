using System.Text;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Inference;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Painting.Recording;
using Pix2Pix.Realtime.Settings;
using Pix2Pix.Realtime.Shared;
using Pix2Pix.Realtime.Synthesis;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.App.Tests.Campaigns;

/// <summary>Damaged files: each reader reads one or refuses it in a sentence for the person, and nothing else comes out of it.</summary>
public sealed class InputCampaign : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public Task Damaged_yaml_is_read_or_refused()
    {
        var palette = PaletteFile.Load("cmp-facade");
        (byte[] Whole, Action<string> Read)[] readers =
        [
            (Bytes("configs", "facades.yaml"), text => ConfigFile.Parse(TrainingSettings.Table, text, "a config", [])),
            (Bytes("configs", "palettes", "cmp-facade.yaml"), text => PaletteFile.Parse(text, "a palette")),
            (Bytes("sample-scenes", "facade.strokes.yaml"), text => StrokeFile.Parse(text, "strokes", palette.Classes)),
        ];
        return Campaign.RunAsync("yaml, damaged", 60, random =>
        {
            var (whole, read) = readers[random.Next(readers.Length)];
            ReadOrRefuse(() => read(Encoding.UTF8.GetString(Campaign.Damage(whole, random))));
            return Task.CompletedTask;
        });

        static byte[] Bytes(params string[] parts) => File.ReadAllBytes(ProjectFolder.Under(parts));
    }

    [Fact]
    public Task Damaged_pictures_are_read_or_refused()
    {
        var photo = FacadeSynthesizer.Draw(3, 48, 48).Photo;
        byte[][] pictures = [ImageFile.EncodePng(photo), ImageFile.EncodeJpeg(photo)];
        return Campaign.RunAsync("pictures, damaged", 60, random =>
        {
            var damaged = Campaign.Damage(pictures[random.Next(pictures.Length)], random);
            ReadOrRefuse(() => ImageFile.Decode(damaged));
            return Task.CompletedTask;
        });
    }

    [Fact]
    public Task Damaged_models_are_loaded_or_refused()
    {
        var model = _folder.File("whole.onnx");
        TwoLayerModel.Write(model, 32, 32);
        var whole = File.ReadAllBytes(model);
        return Campaign.RunAsync("ONNX models, damaged", 20, random =>
        {
            var damaged = _folder.File("damaged.onnx");
            File.WriteAllBytes(damaged, Campaign.Damage(whole, random));
            ReadOrRefuse(() => GeneratorLoader.Load(damaged, new LoadOptions { Provider = ExecutionProvider.Cpu }).Dispose());
            return Task.CompletedTask;
        });
    }

    public void Dispose() => _folder.Dispose();

    private static void ReadOrRefuse(Action read)
    {
        try
        {
            read();
        }
        catch (UserException)
        {
            // A sentence for the person: what is asked of every reader.
        }
    }
}
