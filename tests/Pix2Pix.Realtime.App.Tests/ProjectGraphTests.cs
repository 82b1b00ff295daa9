using System.Xml.Linq;
using Pix2Pix.Realtime.Files;

namespace Pix2Pix.Realtime.App.Tests;

/// <summary>Who may know whom. A heavy native library stays where it is only as long as nobody adds the one reference too many.</summary>
public sealed class ProjectGraphTests
{
    public static TheoryData<string, string[]> References => new()
    {
        { "Pix2Pix.Realtime", [] },
        { "Pix2Pix.Realtime.Inference", ["Pix2Pix.Realtime"] },
        { "Pix2Pix.Realtime.Rendering", ["Pix2Pix.Realtime"] },
        { "Pix2Pix.Realtime.Training", ["Pix2Pix.Realtime"] },
        { "Pix2Pix.Realtime.Native", ["Pix2Pix.Realtime.Inference"] },
        { "Pix2Pix.Realtime.App", ["Pix2Pix.Realtime.Inference", "Pix2Pix.Realtime.Rendering"] },
    };

    public static TheoryData<string, string[]> Forbidden => new()
    {
        { "Pix2Pix.Realtime", ["TorchSharp", "libtorch", "Microsoft.ML.OnnxRuntime", "Silk.NET", "SkiaSharp"] },
        { "Pix2Pix.Realtime.Inference", ["TorchSharp", "libtorch", "Silk.NET", "SkiaSharp"] },
        { "Pix2Pix.Realtime.Rendering", ["TorchSharp", "libtorch", "Microsoft.ML.OnnxRuntime"] },
        { "Pix2Pix.Realtime.Training", ["Microsoft.ML.OnnxRuntime", "Silk.NET", "SkiaSharp"] },
        { "Pix2Pix.Realtime.Native", ["TorchSharp", "libtorch", "Silk.NET", "SkiaSharp"] },
        { "Pix2Pix.Realtime.App", ["TorchSharp", "libtorch"] },
    };

    [Fact]
    public void Every_project_has_its_place_in_the_graph() =>
        Assert.Equal(
            References.Select(row => row.Data.Item1).Order(),
            Directory.GetDirectories(ProjectFolder.Under("src")).Where(folder => Directory.GetFiles(folder, "*.csproj").Length > 0).Select(Path.GetFileName).Order());

    [Theory]
    [MemberData(nameof(References))]
    public void A_project_knows_only_those_below_it(string project, string[] references) =>
        Assert.Equal(references, Included(project, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path)).Order());

    [Theory]
    [MemberData(nameof(Forbidden))]
    public void A_project_reaches_no_library_that_belongs_elsewhere(string project, string[] forbidden)
    {
        var packages = Closure(project).SelectMany(member => Included(member, "PackageReference")).ToList();
        Assert.NotEmpty(packages);
        Assert.DoesNotContain(packages, package => forbidden.Any(start => package.StartsWith(start, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public void No_libtorch_lies_beside_the_program() =>
        Assert.Empty(Directory.GetFiles(AppContext.BaseDirectory, "*torch*", SearchOption.AllDirectories));

    private static IEnumerable<string> Closure(string project) =>
        Included(project, "ProjectReference").SelectMany(path => Closure(Path.GetFileNameWithoutExtension(path))).Prepend(project);

    private static IEnumerable<string> Included(string project, string kind) =>
        XDocument.Load(ProjectFolder.Under("src", project, $"{project}.csproj")).Descendants(kind).Select(element => element.Attribute("Include")!.Value);
}
