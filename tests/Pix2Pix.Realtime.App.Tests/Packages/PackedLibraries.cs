using System.IO.Compression;
using System.Diagnostics;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.App.Tests.Packages;

/// <summary>The NuGet packages as <c>dotnet pack</c> makes them, once for all tests, and programs outside the repository that restore them.</summary>
public sealed partial class PackedLibraries : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Lazy<string> _packed;

    public PackedLibraries() => _packed = new Lazy<string>(() =>
    {
        Dotnet(ProjectFolder.Root, "pack", ProjectFolder.Under("packages"), "-c", "Release", "-o", _folder.File("nuget"), "-v", "quiet", "-nologo");
        return _folder.File("nuget");
    });

    /// <summary>Where the packages are.</summary>
    public string Folder => _packed.Value;

    /// <summary>The code blocks of a language in the page that describes the packages, in order.</summary>
    public static IReadOnlyList<string> Blocks(string language) =>
        [.. Block().Matches(File.ReadAllText(ProjectFolder.Under("docs", "csharp.md"))).Where(block => block.Groups[1].Value == language).Select(block => block.Groups[2].Value)];

    /// <summary>The packages' files, with their version cut off: <c>Pix2Pix.Realtime</c>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Contents() => Directory.GetFiles(Folder, "*.nupkg").ToDictionary(
        file => Path.GetFileName(file)[..^".0.1.0.nupkg".Length],
        file =>
        {
            using var package = ZipFile.OpenRead(file);
            return (IReadOnlyList<string>)[.. package.Entries.Select(entry => entry.FullName)];
        });

    /// <summary>The version of another package that a package asks for.</summary>
    public string DependencyOf(string name, string other)
    {
        using var package = ZipFile.OpenRead(Path.Combine(Folder, $"{name}.0.1.0.nupkg"));
        using var description = package.GetEntry($"{name}.nuspec")!.Open();
        return XDocument.Load(description).Descendants().Single(element => element.Name.LocalName == "dependency" && element.Attribute("id")!.Value == other).Attribute("version")!.Value;
    }

    /// <summary>Makes a console program that takes the packages, and nothing else, from here.</summary>
    /// <param name="name">Its folder's and assembly's name.</param>
    /// <param name="references">Its groups as the page has them, where FOLDER stands for the folder of the packages.</param>
    /// <param name="sources">C# files: name and text.</param>
    /// <returns>The program's file.</returns>
    public string Build(string name, string references, params (string File, string Text)[] sources)
    {
        var folder = Directory.CreateDirectory(_folder.File(name)).FullName;
        // What is restored elsewhere on the machine is read, but our packages are never left there.
        var known = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        File.WriteAllText(Path.Combine(folder, $"{name}.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <AllowUnsafeBlocks>true</AllowUnsafeBlocks>
                <RestoreAdditionalProjectSources>{Folder}</RestoreAdditionalProjectSources>
                <RestorePackagesPath>{_folder.File("restored")}</RestorePackagesPath>
                <RestoreFallbackFolders>{known}</RestoreFallbackFolders>
              </PropertyGroup>
              {references.Replace("FOLDER", Folder, StringComparison.Ordinal)}
            </Project>
            """);
        foreach (var (file, text) in sources)
        {
            File.WriteAllText(Path.Combine(folder, file), text);
        }

        Dotnet(folder, "build", "-c", "Release", "-o", Path.Combine(folder, "out"), "-v", "quiet", "-nologo");
        return Path.Combine(folder, "out", $"{name}.dll");
    }

    /// <summary>Runs a program of .NET, or the SDK, in a folder.</summary>
    /// <returns>What it wrote.</returns>
    public static string Dotnet(string folder, params string[] arguments) => Tool.Run(new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder });

    public void Dispose() => _folder.Dispose();

    [GeneratedRegex("^```(\\w+)\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Block();
}
