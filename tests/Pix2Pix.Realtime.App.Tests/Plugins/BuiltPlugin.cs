using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.App.Tests.Plugins;

/// <summary>A plugin made and built as its author would: from the template, by the SDK, against the program. Once for all tests.</summary>
public sealed class BuiltPlugin : IDisposable
{
    /// <summary>What a person might add: components that fail, each in its own way.</summary>
    private const string Failing = """
        using Pix2Pix.Realtime.Scenes;
        using Pix2Pix.Realtime.Scenes.Plugins;
        namespace Spin;
        public enum Colour { Red, Green }
        public sealed class FailsInUpdate : Behaviour
        {
            [Property("a colour")] public Colour Colour { get; set; } = Colour.Green;
            [Property("a name")] public string Name { get; set; } = "none";
            [Property("a count", Minimum = 1, Maximum = 9, Unit = "things")] public int CountOfThings { get; set; } = 3;
            protected override void Update(FrameTime time) => throw new InvalidOperationException($"{Colour} {Name} {CountOfThings}");
        }
        public sealed class FailsInAwake : Behaviour
        {
            protected override void Awake() => throw new InvalidOperationException("no coffee");
        }
        public sealed class StatusLine : Behaviour { }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("pix2pix-plugin-").FullName;

    public BuiltPlugin()
    {
        var hive = Path.Combine(_folder, "hive");
        var plugin = Path.Combine(_folder, "Spin");
        Tool.Run("dotnet", "new", "install", ProjectFolder.Under("templates", "component"), "--debug:custom-hive", hive);
        Tool.Run("dotnet", "new", "pix2pix-component", "-n", "Spin", "-o", plugin, "--debug:custom-hive", hive);
        File.WriteAllText(Path.Combine(plugin, "Failing.cs"), Failing);
        Tool.Run("dotnet", "build", plugin, "-c", "Release", "-v", "q", "--nologo", $"-p:Pix2PixBin={AppContext.BaseDirectory}");
        Assembly = Path.Combine(plugin, "Spin.dll");
        Scene = Path.Combine(plugin, "cube.scene.yaml");
    }

    public string Assembly { get; }

    /// <summary>The template's scene.</summary>
    public string Scene { get; }

    /// <summary>The same assembly as if it had been built against another version of the program.</summary>
    public byte[] OfVersion(ushort major, ushort minor)
    {
        var bytes = File.ReadAllBytes(Assembly);
        using var file = new PEReader(new MemoryStream(bytes));
        var metadata = file.GetMetadataReader();
        var row = metadata.AssemblyReferences.ToList().FindIndex(one => metadata.GetString(metadata.GetAssemblyReference(one).Name) == "Pix2Pix.Realtime");
        var at = file.PEHeaders.MetadataStartOffset + metadata.GetTableMetadataOffset(TableIndex.AssemblyRef) + (row * metadata.GetTableRowSize(TableIndex.AssemblyRef));
        BitConverter.TryWriteBytes(bytes.AsSpan(at), major);
        BitConverter.TryWriteBytes(bytes.AsSpan(at + 2), minor);
        return bytes;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
