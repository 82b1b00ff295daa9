namespace Pix2Pix.Realtime.Scenes;

/// <summary>Finds the parents that a scene's transforms name, and refuses those that are not there or run in a circle.</summary>
internal static class ParentCheck
{
    /// <summary>One sentence for each fault, with the component that it is about.</summary>
    public static IEnumerable<(ComponentPlan Part, string Words)> Faults(IReadOnlyList<ObjectPlan> objects)
    {
        var parents = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var one in objects)
        {
            if (Transform(one) is { } part)
            {
                parents.TryAdd(one.Name, Named(part));
            }
        }

        foreach (var one in objects)
        {
            if (Transform(one) is not { } part || Named(part) is not { Length: > 0 } parent)
            {
                continue;
            }

            if (!parents.ContainsKey(parent))
            {
                yield return (part, $"Transform.parent: expected the name of an object with a Transform, found '{parent}'.");
            }
            else if (Circle(one.Name, parents) is { } circle)
            {
                yield return (part, $"Transform.parent: expected parents without a cycle, found {circle}.");
            }
        }
    }

    /// <summary>Gives every transform its parent. The names are known to be right.</summary>
    public static void Join(IReadOnlyList<GameObject> objects)
    {
        foreach (var one in objects)
        {
            if (one.Get<Transform>() is { Values: { } values } transform && values.Get(Scenes.Transform.ParentName) is { Length: > 0 } parent)
            {
                transform.Parent = objects.First(other => other.Name == parent && other.Get<Transform>() is not null).Get<Transform>();
            }
        }
    }

    private static ComponentPlan? Transform(ObjectPlan one) => one.Components.FirstOrDefault(part => part.Type == Scenes.Transform.Kind);

    private static string Named(ComponentPlan part) => part.Values.Get(Scenes.Transform.ParentName);

    /// <returns>The way from an object back to itself; null when it ends in the world, or runs into a cycle that is reported for others.</returns>
    private static string? Circle(string name, Dictionary<string, string> parents)
    {
        var way = new List<string> { name };
        for (var above = parents[name]; above.Length > 0 && !way.Contains(above); above = parents.GetValueOrDefault(above, ""))
        {
            way.Add(above);
        }

        return parents.GetValueOrDefault(way[^1]) == name ? $"{string.Join(" -> ", way)} -> {name}" : null;
    }
}
