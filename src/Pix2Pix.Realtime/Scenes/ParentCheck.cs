namespace Pix2Pix.Realtime.Scenes;

/// <summary>Finds the parents that a scene's transforms name, and refuses those that are not there or run in a circle.</summary>
internal static class ParentCheck
{
    /// <summary>Where an object is in the world is computed through all of them, one inside the other.</summary>
    private const int MostParents = 64;

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
            else if (Way(one.Name, parents) is var way && way.Count > MostParents)
            {
                yield return (part, $"Transform.parent: expected at most {MostParents} parents above an object, found more; use fewer levels.");
            }
            else if (parents.GetValueOrDefault(way[^1]) == one.Name)
            {
                yield return (part, $"Transform.parent: expected parents without a cycle, found {string.Join(" -> ", way)} -> {one.Name}.");
            }
        }
    }

    /// <summary>Gives every transform its parent. The names are known to be right.</summary>
    public static void Join(IReadOnlyList<GameObject> objects)
    {
        var named = new Dictionary<string, Transform>(StringComparer.Ordinal);
        foreach (var one in objects)
        {
            if (one.Get<Transform>() is { } transform)
            {
                named.TryAdd(one.Name, transform);
            }
        }

        foreach (var transform in objects.Select(one => one.Get<Transform>()).OfType<Transform>())
        {
            if (transform.Values is { } values && values.Get(Scenes.Transform.ParentName) is { Length: > 0 } parent)
            {
                transform.Parent = named[parent];
            }
        }
    }

    private static ComponentPlan? Transform(ObjectPlan one) => one.Components.FirstOrDefault(part => part.Type == Scenes.Transform.Kind);

    private static string Named(ComponentPlan part) => part.Values.Get(Scenes.Transform.ParentName);

    /// <returns>An object and those above it: up to the world, or to where a circle closes, or to one more than there may be.</returns>
    private static List<string> Way(string name, Dictionary<string, string> parents)
    {
        var way = new List<string> { name };
        for (var above = parents[name]; above.Length > 0 && way.Count <= MostParents && !way.Contains(above); above = parents.GetValueOrDefault(above, ""))
        {
            way.Add(above);
        }

        return way;
    }
}
