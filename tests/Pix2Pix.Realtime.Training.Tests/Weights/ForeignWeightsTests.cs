using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Onnx;
using Pix2Pix.Realtime.Tests.Shared;
using Pix2Pix.Realtime.Training.Weights;

namespace Pix2Pix.Realtime.Training.Tests.Weights;

/// <summary>Files of weights as other programs save them, under names that other programs give.</summary>
public sealed class ForeignWeightsTests
{
    private static string Fixture(string name) => Path.Combine(AppContext.BaseDirectory, "Weights", "fixtures", $"{name}.pth");

    [Theory]
    [InlineData("unet-batch", "model.model.1.model.2.weight")]
    [InlineData("unet-batch", "model.model.1.model.2.running_var")]
    [InlineData("unet-batch", "model.model.3.bias")]
    [InlineData("unet-batch", "model.model.1.model.3.model.1.weight")]
    [InlineData("unet-instance", "model.model.1.model.1.bias")]
    [InlineData("resnet-instance", "model.4.bias")]
    [InlineData("resnet-instance", "model.11.conv_block.1.weight")]
    [InlineData("resnet-batch-dropout", "model.2.weight")]
    public void A_file_that_lacks_a_weight_is_refused_and_says_which(string fixture, string missing)
    {
        using var folder = new TemporaryFolder();
        var weights = WeightsFile.Load(Fixture(fixture));
        Assert.True(weights.Remove(missing), $"the fixture has {string.Join(' ', weights.Keys)}");
        weights["model.stray"] = new WeightTensor([1, 1], [0]);
        var fault = Assert.Throws<UserException>(() => GeneratorWeights.Load(Written(folder, weights)));
        Assert.Contains($"'{missing}'", fault.Message, StringComparison.Ordinal);
        Assert.True(fault.Message.Contains("'model.stray'", StringComparison.Ordinal), fault.Message);
    }

    [Theory]
    [InlineData("_orig_mod.")]
    [InlineData("module._orig_mod.")]
    [InlineData("_orig_mod.module.netG.")]
    [InlineData("generator.module.")]
    [InlineData("G.")]
    public void What_programs_put_before_the_names_changes_nothing(string prefix)
    {
        using var folder = new TemporaryFolder();
        var weights = WeightsFile.Load(Fixture("unet-batch"));
        var prefixed = weights.ToDictionary(entry => prefix + entry.Key, entry => entry.Value);
        prefixed["netD.model.0.weight"] = new WeightTensor([1], [0]);
        AssertSame(GeneratorWeights.Load(Fixture("unet-batch")), GeneratorWeights.Load(Written(folder, prefixed)));
    }

    [Fact]
    public void A_named_pipe_is_no_file_of_weights()
    {
        using var folder = new TemporaryFolder();
        var fault = Assert.Throws<UserException>(() => WeightsFile.Load(SpecialFile.Pipe(folder.File("weights.pth"))));
        Assert.Equal("Expected a file of weights, found a named pipe; check the path.", fault.Message);
    }

    [Fact]
    public void Two_generators_in_one_file_are_not_guessed_between()
    {
        using var folder = new TemporaryFolder();
        var weights = WeightsFile.Load(Fixture("unet-batch"));
        var both = weights.Concat(weights.Select(entry => KeyValuePair.Create($"G.{entry.Key}", entry.Value))).ToDictionary();
        Assert.Contains("'G.'", Assert.Throws<UserException>(() => GeneratorWeights.Load(Written(folder, both))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("orig.safetensors")]
    [InlineData("modorig.safetensors")]
    [InlineData("nested.pth")]
    [InlineData("gan.pth")]
    [InlineData("ddp_state.pth")]
    [InlineData("chlast.pth")]
    [InlineData("w_full.pth")]
    public void Files_of_other_programs_are_read(string name) => Assert.NotEmpty(GeneratorWeights.Load(SharedData.File("faults", name)).Weights);

    [Fact]
    public void A_channels_last_file_holds_the_same_weights() =>
        Assert.Equal(
            WeightsFile.Load(SharedData.File("faults", "w_full.pth")).Select(entry => (entry.Key, entry.Value.ToString())),
            WeightsFile.Load(SharedData.File("faults", "chlast.pth")).Select(entry => (entry.Key, entry.Value.ToString())));

    [Fact]
    public void The_file_without_a_norm_is_refused() =>
        Assert.Contains("missing", Assert.Throws<UserException>(() => GeneratorWeights.Load(SharedData.File("faults", "w_nobn.pth"))).Message, StringComparison.Ordinal);

    [Fact]
    public void Strides_and_shared_storages_are_followed()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("shared.pth");
        WriteTorch(file, ("plain", 0, [2, 2], [2, 1]), ("turned", 0, [2, 2], [1, 2]), ("last", 3, [1], [1]));
        var weights = WeightsFile.Load(file);
        Assert.Equal([0, 1, 2, 3], weights["plain"].Values);
        Assert.Equal([0, 2, 1, 3], weights["turned"].Values);
        Assert.Equal([3], weights["last"].Values);
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("state_dict/plain", "state_dict")]
    [InlineData("checkpoint/state_dict/netG/plain", "checkpoint", "state_dict", "netG")]
    public void Weights_are_found_at_any_depth(string name, params string[] levels)
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("deep.pth");
        WriteTorch(file, levels, ("plain", 0, [2, 2], [2, 1]));
        Assert.Equal([0, 1, 2, 3], WeightsFile.Load(file)[name].Values);
        Assert.Equal(name[..^"plain".Length], Assert.Single(WeightGroups.Of(WeightsFile.Load(file))).Key);
    }

    [Fact]
    public void What_an_optimizer_remembers_is_no_weight()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("optimizer.pth");
        WriteTorch(file, ["optimizer_G", "state"], ("plain", 0, [2, 2], [2, 1]));
        Assert.Empty(WeightsFile.Load(file));
    }

    [Fact]
    public void A_tensor_that_reaches_out_of_its_storage_is_refused()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("outside.pth");
        WriteTorch(file, ("plain", 1, [2, 2], [2, 1]));
        Assert.Contains("can't hold", Assert.Throws<UserException>(() => WeightsFile.Load(file)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[4,-4]", "[0,64]")]
    [InlineData("[4,4]", "[0,60]")]
    [InlineData("[4,4]", "[0,128]")]
    [InlineData("[4,4]", "[-64,0]")]
    [InlineData("[2147483647,2147483647,2147483647]", "[0,64]")]
    public void Shapes_that_the_numbers_do_not_fill_are_one_sentence(string shape, string offsets)
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("shape.safetensors");
        WriteSafetensors(file, $$"""{"w":{"dtype":"F32","shape":{{shape}},"data_offsets":{{offsets}} } }""", new byte[64]);
        var sentence = Assert.Throws<UserException>(() => GeneratorWeights.Load(file)).Message;
        Assert.DoesNotContain('\n', sentence);
        Assert.Contains("'w'", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_longer_than_its_file_takes_no_memory()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("long.safetensors");
        var bytes = new byte[100];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, 1_000_000_000);
        File.WriteAllBytes(file, bytes);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Contains("longer than the file", Assert.Throws<UserException>(() => GeneratorWeights.Load(file)).Message, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    [Theory]
    [InlineData("empty.pth")]
    [InlineData("empty.safetensors")]
    public void An_empty_file_is_called_empty(string name)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.File(name), []);
        Assert.Contains("empty", Assert.Throws<UserException>(() => GeneratorWeights.Load(folder.File(name))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    public void The_global_generator_of_pix2pixHD_is_read_with_any_number_of_levels(int levels)
    {
        using var folder = new TemporaryFolder();
        const int width = 2, blocks = 2;
        var weights = new Dictionary<string, WeightTensor>();
        Add(1, width, 3, 7);
        for (var level = 0; level < levels; level++)
        {
            Add(4 + (3 * level), width << (level + 1), width << level, 3);
        }

        var wide = width << levels;
        var start = 4 + (3 * levels);
        for (var block = 0; block < blocks; block++)
        {
            AddNamed($"model.{start + block}.conv_block.1", [wide, wide, 3, 3], wide);
            AddNamed($"model.{start + block}.conv_block.5", [wide, wide, 3, 3], wide);
        }

        for (var level = levels - 1; level >= 0; level--)
        {
            AddNamed($"model.{start + blocks + (3 * (levels - 1 - level))}", [width << (level + 1), width << level, 3, 3], width << level);
        }

        Add(start + blocks + (3 * levels) + 1, 3, width, 7);
        var generator = GeneratorWeights.Load(Written(folder, weights));
        Assert.Equal((GeneratorKind.ResNet, width, blocks, levels, NormKind.Instance), (generator.Shape.Kind, generator.Shape.Width, generator.Shape.Depth, generator.Shape.Levels, generator.Shape.Norm));
        using var network = generator.ToNetwork();

        // What goes out as safetensors comes back with as many levels.
        var file = folder.File("again.safetensors");
        WeightsFile.Save(file, network);
        Assert.Equal(levels, GeneratorWeights.Load(file).Shape.Levels);

        void Add(int place, int outputs, int inputs, int kernel) => AddNamed($"model.{place}", [outputs, inputs, kernel, kernel], outputs);

        void AddNamed(string name, int[] dims, int outputs)
        {
            weights[$"{name}.weight"] = new WeightTensor(dims, new float[dims.Aggregate((a, b) => a * b)]);
            weights[$"{name}.bias"] = new WeightTensor([outputs], new float[outputs]);
        }
    }

    private static void AssertSame(GeneratorWeights expected, GeneratorWeights actual)
    {
        Assert.Equal(expected.Shape, actual.Shape);
        Assert.All(expected.Weights, entry => Assert.Equal(entry.Value.Values, actual.Weights[entry.Key].Values));
    }

    private static string Written(TemporaryFolder folder, IReadOnlyDictionary<string, WeightTensor> weights)
    {
        var (header, place) = (new List<string>(), 0);
        using var numbers = new MemoryStream();
        foreach (var (name, weight) in weights)
        {
            var bytes = weight.Values.SelectMany(BitConverter.GetBytes).ToArray();
            header.Add($$"""  "{{name}}":{"dtype":"F32","shape":{{weight}},"data_offsets":[{{place}},{{place + bytes.Length}}]}""");
            numbers.Write(bytes);
            place += bytes.Length;
        }

        var file = folder.File("written.safetensors");
        WriteSafetensors(file, $"{{{string.Join(',', header)}}}", numbers.ToArray());
        return file;
    }

    private static void WriteSafetensors(string file, string header, byte[] numbers)
    {
        var text = Encoding.UTF8.GetBytes(header);
        var length = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, text.Length);
        File.WriteAllBytes(file, [.. length, .. text, .. numbers]);
    }

    /// <summary>Tensors over one storage of the numbers 0, 1, 2, 3, as torch.save writes them.</summary>
    private static void WriteTorch(string file, params (string Name, byte Offset, byte[] Shape, byte[] Strides)[] tensors) => WriteTorch(file, [], tensors);

    /// <param name="levels">Dictionaries around the tensors', from the outermost on.</param>
    private static void WriteTorch(string file, string[] levels, params (string Name, byte Offset, byte[] Shape, byte[] Strides)[] tensors)
    {
        List<byte> pickle = [0x80, 2, .. levels.SelectMany(level => (byte[])[.. "}("u8, .. Text(level)]), (byte)'}', (byte)'('];
        foreach (var (name, offset, shape, strides) in tensors)
        {
            pickle.AddRange([.. Text(name), .. "ctorch._utils\n_rebuild_tensor_v2\n(("u8, .. Text("storage"), .. "ctorch\nFloatStorage\n"u8, .. Text("0"), .. Text("cpu"), (byte)'K', 4, .. "tQ"u8]);
            pickle.AddRange([(byte)'K', offset, .. Tuple(shape), .. Tuple(strides), 0x89, (byte)'}', .. "tR"u8]);
        }

        pickle.AddRange([.. Enumerable.Repeat((byte)'u', levels.Length + 1), (byte)'.']);
        using var archive = ZipFile.Open(file, ZipArchiveMode.Create);
        Add("archive/data.pkl", [.. pickle]);
        Add("archive/data/0", [.. new float[] { 0, 1, 2, 3 }.SelectMany(BitConverter.GetBytes)]);

        static byte[] Text(string text) => [(byte)'X', (byte)text.Length, 0, 0, 0, .. Encoding.ASCII.GetBytes(text)];

        static byte[] Tuple(byte[] values) => [(byte)'(', .. values.SelectMany(value => new[] { (byte)'K', value }), (byte)'t'];

        void Add(string name, byte[] content)
        {
            using var entry = archive.CreateEntry(name, CompressionLevel.NoCompression).Open();
            entry.Write(content);
        }
    }
}
