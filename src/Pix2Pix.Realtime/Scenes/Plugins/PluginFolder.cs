using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Pix2Pix.Realtime.Files;

namespace Pix2Pix.Realtime.Scenes.Plugins;

/// <summary>
/// Finds components of third parties: in <c>plugins/NAME.dll</c> and <c>plugins/NAME/NAME.dll</c>. A plugin that can't be used is named in a
/// sentence, and the others are loaded all the same. Loading runs the plugin's code: a folder of plugins is as trusted as the program.
/// </summary>
public static class PluginFolder
{
    /// <summary>Of one file in the folder.</summary>
    private const long MostBytes = 1024 * 1024 * 1024;

    /// <summary>Registers every component of every plugin.</summary>
    /// <param name="folder">May be missing.</param>
    /// <param name="registry">The program's own components; their names are taken.</param>
    /// <returns>One sentence for each plugin or component that can't be used.</returns>
    public static IReadOnlyList<string> Register(string folder, ComponentRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        var faults = new List<string>();
        foreach (var file in Files(folder))
        {
            try
            {
                Register(file, registry, faults);
            }
            catch (Exception fault) when (fault is UserException or BadImageFormatException or IOException or TypeLoadException or ReflectionTypeLoadException)
            {
                faults.Add($"The plugin '{file}' can't be used: {Words(fault)}");
            }
        }

        return faults;
    }

    /// <summary>The plugins' files, in the order in which they are loaded.</summary>
    /// <param name="folder">May be missing.</param>
    public static IReadOnlyList<string> Files(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return [];
        }

        return [.. Directory.GetFiles(folder, "*.dll").Where(file => !PluginContext.IsShared(Path.GetFileName(file))).Order(StringComparer.Ordinal),
            .. Directory.GetDirectories(folder).Order(StringComparer.Ordinal).Select(one => Path.Combine(one, $"{Path.GetFileName(one)}.dll")).Where(File.Exists)];
    }

    /// <summary>A number that is another one as soon as any file in the folder, also one that a plugin brings along, is changed, renamed, added or removed.</summary>
    /// <exception cref="IOException">A file can't be read.</exception>
    public static string Fingerprint(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{Path.GetRelativePath(folder, file)}\0"));
            hash.AppendData(SHA256.HashData(DataFile.ReadBytes(file, MostBytes)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Register(string file, ComponentRegistry registry, List<string> faults)
    {
        var assembly = new PluginContext(Path.GetFullPath(file)).LoadFromAssemblyPath(Path.GetFullPath(file));
        RequireVersion(assembly);
        foreach (var type in assembly.GetExportedTypes().Where(PluginComponent.IsOne))
        {
            if (registry.Find(type.Name) is { } taken)
            {
                var owner = taken.Plugin.Length == 0 ? "the program has" : $"'{taken.Plugin}' brings";
                faults.Add($"The plugin '{file}' has a component {type.Name}, but {owner} one already; rename it.");
                continue;
            }

            registry.Register(PluginComponent.Describe(type, file));
        }
    }

    private static void RequireVersion(Assembly assembly)
    {
        var core = typeof(Component).Assembly.GetName();
        var built = assembly.GetReferencedAssemblies().FirstOrDefault(reference => reference.Name == core.Name)
            ?? throw new UserException($"Expected an assembly that references {core.Name}, found one that does not.");
        if ((built.Version!.Major, built.Version.Minor) != (core.Version!.Major, core.Version.Minor))
        {
            throw new UserException(
                $"Expected an assembly built against {core.Name} {core.Version.ToString(2)}, found {built.Version.ToString(2)}; rebuild it against this version.");
        }
    }

    private static string Words(Exception fault) => fault switch
    {
        BadImageFormatException => "expected a .NET assembly, found something else or a truncated one.",
        ReflectionTypeLoadException { LoaderExceptions: [{ } first, ..] } => first.Message,
        _ => fault.Message,
    };
}
