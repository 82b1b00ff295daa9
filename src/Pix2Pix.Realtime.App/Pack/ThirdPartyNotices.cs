using System.Text;
using System.Text.Json;
using System.Xml.Linq;

namespace Pix2Pix.Realtime.App.Pack;

/// <summary>What a published program owes to others: the packages that it really carries files of, each with its licence and the notices that lie in it.</summary>
internal static class ThirdPartyNotices
{
    /// <summary>The start of the names under which packages keep their licences.</summary>
    private static readonly string[] Names = ["license", "licence", "third-party", "thirdparty", "notice", "copying"];

    /// <param name="assets">What NuGet restored for the project: project.assets.json.</param>
    /// <param name="system">The runtime identifier that it was published for.</param>
    /// <exception cref="IOException">A package is not where NuGet restored it.</exception>
    public static string Of(string assets, string system)
    {
        using var restored = JsonDocument.Parse(File.ReadAllBytes(assets));
        var root = restored.RootElement;
        string[] folders = [.. root.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name)];
        var target = root.GetProperty("targets").EnumerateObject().First(target => target.Name.EndsWith($"/{system}", StringComparison.Ordinal)).Value;
        var text = new StringBuilder(PackTexts.Notices);
        foreach (var package in target.EnumerateObject().Where(Ships).Select(package => package.Name).Concat(RuntimePacks(root, system)).Order(StringComparer.OrdinalIgnoreCase))
        {
            var folder = folders.Select(folder => Path.Combine(folder, package.ToLowerInvariant())).FirstOrDefault(Directory.Exists)
                ?? throw new DirectoryNotFoundException(PackTexts.NoPackage(package, string.Join("' or '", folders)));
            Append(text, package.Replace('/', ' '), folder);
        }

        return text.ToString();
    }

    /// <summary>Whether a package brings a file, and not only other packages or tools of the build.</summary>
    private static bool Ships(JsonProperty package) =>
        package.Value.GetProperty("type").ValueEquals("package") && ((string[])["runtime", "native", "runtimeTargets"]).Any(kind =>
            package.Value.TryGetProperty(kind, out var files) && files.EnumerateObject().Any(file => !file.Name.EndsWith("/_._", StringComparison.Ordinal)));

    /// <summary>The .NET runtime itself, which is downloaded but is no dependency.</summary>
    private static IEnumerable<string> RuntimePacks(JsonElement root, string system) =>
        root.GetProperty("project").GetProperty("frameworks").EnumerateObject()
            .SelectMany(framework => framework.Value.TryGetProperty("downloadDependencies", out var downloads) ? downloads.EnumerateArray().ToArray() : [])
            .Where(download => download.GetProperty("name").GetString() is { } name && (name == $"Microsoft.NETCore.App.Runtime.{system}" || name == $"Microsoft.NETCore.App.Runtime.NativeAOT.{system}"))
            .Select(download => $"{download.GetProperty("name").GetString()}/{download.GetProperty("version").GetString()!.Trim('[', ']').Split(',')[0]}");

    private static void Append(StringBuilder text, string title, string folder)
    {
        var facts = XDocument.Load(Directory.EnumerateFiles(folder, "*.nuspec").First()).Root!.Elements().First(element => element.Name.LocalName == "metadata");
        text.Append($"\n{new string('=', 78)}\n{title}\n");
        foreach (var (name, words) in (ReadOnlySpan<(string, string)>)[("license", "Licence"), ("licenseUrl", "Licence"), ("projectUrl", "Project"), ("copyright", "Copyright"), ("authors", "Authors")])
        {
            if (facts.Elements().FirstOrDefault(element => element.Name.LocalName == name)?.Value is { Length: > 0 } value)
            {
                text.Append($"{words}: {value}\n");
            }
        }

        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(IsNotice).Order(StringComparer.Ordinal))
        {
            text.Append($"\n{File.ReadAllText(file).ReplaceLineEndings("\n").Trim()}\n");
        }
    }

    private static bool IsNotice(string file) =>
        Names.Any(start => Path.GetFileName(file).StartsWith(start, StringComparison.OrdinalIgnoreCase)) && Path.GetExtension(file).ToUpperInvariant() is "" or ".TXT" or ".MD" or ".RST";
}
