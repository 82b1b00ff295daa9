using Pix2Pix.Realtime.Data;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.App.Tests.Ranks;

/// <summary>What several ranks of mpirun make together is what one process makes, byte for byte.</summary>
public sealed class SharedWorkTests : IDisposable
{
    private const int Pairs = 5;

    private readonly TemporaryFolder _folder = new();
    private readonly string _data;

    public SharedWorkTests()
    {
        HostTests.Require("mpirun");
        _data = _folder.File("data");
        SynthesizedFolder.Write(_data, Pairs, seed: 3, 256, PaletteFile.Load("cmp-facade"), () => { });
    }

    private static string Model => ProjectFolder.Under("sample-scenes", "blueprint.onnx");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_test_writes_the_same_page_figures_and_sheet()
    {
        foreach (var ranks in (int[])[1, 2])
        {
            Tool.Run("mpirun", Words(ranks, "test", "--model", Model, "--data", _data, "--page", At(ranks, "page.html"), "--json", At(ranks, "test.json"), "--sheet", At(ranks, "sheet.png")));
        }

        Compare();
    }

    [Fact]
    public void A_folder_becomes_the_same_pictures()
    {
        var inputs = Directory.EnumerateDirectories(_data).First(folder => Directory.EnumerateFiles(folder).Any());
        foreach (var ranks in (int[])[1, 2])
        {
            Tool.Run("mpirun", Words(ranks, "translate", "--model", Model, inputs, "-o", Path.GetDirectoryName(At(ranks, "any"))!));
        }

        Compare();
    }

    [Fact]
    public void A_fault_is_said_once()
    {
        var (code, said) = Tool.Try("mpirun", Words(2, "translate", "--model", Model, _folder.File("nothing-here"), "-o", _folder.File("out")));
        Assert.NotEqual(0, code);
        Assert.Equal(2, said.Split("Expected an image or a folder").Length);
    }

    private string At(int ranks, string name) => _folder.File($"by-{ranks}", name);

    private void Compare()
    {
        var (one, two) = (Files(1), Files(2));
        Assert.NotEmpty(one);
        Assert.Equal(one.Keys, two.Keys);
        Assert.All(one, file => Assert.Equal(file.Value, two[file.Key]));
    }

    private SortedDictionary<string, byte[]> Files(int ranks)
    {
        var folder = Path.GetDirectoryName(At(ranks, "any"))!;
        return new(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(file => Path.GetRelativePath(folder, file), File.ReadAllBytes), StringComparer.Ordinal);
    }

    private static string[] Words(int ranks, params string[] arguments) =>
        ["--allow-run-as-root", "--oversubscribe", "--bind-to", "none", "-n", $"{ranks}", "dotnet", Path.Combine(AppContext.BaseDirectory, "pix2pix.dll"), .. arguments];
}
