using System.Reflection;
using System.Runtime.Loader;

namespace Pix2Pix.Realtime.Scenes.Plugins;

/// <summary>
/// One plugin's own corner: what it brings along is its own, whatever version others have; the program's assemblies are shared, so that
/// a component of the plugin is a component of the program. These are never loaded from the plugin's folder.
/// </summary>
internal sealed class PluginContext(string file) : AssemblyLoadContext(Path.GetFileNameWithoutExtension(file))
{
    private static readonly string[] Shared = ["Pix2Pix.Realtime", "Silk.NET.", "SkiaSharp"];

    private readonly AssemblyDependencyResolver _resolver = new(file);

    public static bool IsShared(string name) => Shared.Any(start => name.StartsWith(start, StringComparison.Ordinal));

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (IsShared(assemblyName.Name!))
        {
            return null;
        }

        return _resolver.ResolveAssemblyToPath(assemblyName) is { } path ? LoadFromAssemblyPath(path) : null;
    }

    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        _resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(path) : 0;
}
