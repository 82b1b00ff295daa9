using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Inference;
using Pix2Pix.Realtime.Rendering.Generator;
using PublicApiGenerator;

namespace Pix2Pix.Realtime.App.Tests.Packages;

/// <summary>What other people's programs can call is written down, and changes only where somebody means it to.</summary>
public sealed class PublicApiTests
{
    /// <summary>A type of each package.</summary>
    public static TheoryData<Type> Packages => [typeof(IGenerator), typeof(GeneratorLoader), typeof(GlGenerator)];

    [Theory]
    [MemberData(nameof(Packages))]
    public void The_public_API_is_the_one_that_is_written_down(Type type)
    {
        var name = type.Assembly.GetName().Name!;
        var api = type.Assembly.GeneratePublicApi(new ApiGeneratorOptions
        {
            IncludeAssemblyAttributes = false,
            // What the compiler writes for itself is no promise.
            ExcludeAttributes = ["System.Runtime.CompilerServices.SkipLocalsInitAttribute", "System.Diagnostics.CodeAnalysis.SuppressMessageAttribute"],
        }).ReplaceLineEndings("\n").TrimEnd() + "\n";
        var written = ProjectFolder.Under("tests", "golden", "api", $"{name}.txt");
        var found = ProjectFolder.Under("artifacts", "api", $"{name}.txt");
        Directory.CreateDirectory(Path.GetDirectoryName(found)!);
        File.WriteAllText(found, api);
        Assert.True(
            File.Exists(written) && File.ReadAllText(written).ReplaceLineEndings("\n") == api,
            $"The public API of {name} is another than '{written}' says; undo the change, or, where it is meant, copy '{found}' over that file.");
    }
}
