namespace Pix2Pix.Realtime.Data;

/// <summary>
/// The two folders that hold the halves of a dataset's part, by the names that pix2pix, pix2pixHD, SPADE and others give them. Where the names say which half holds
/// labels, that one is B, as in pix2pix's facades; where they say A and B, they are.
/// </summary>
/// <param name="A">A folder that exists.</param>
/// <param name="B">A folder that exists.</param>
internal sealed record PairHalves(string A, string B)
{
    /// <summary>What stands for a part's name, <c>train</c>, <c>val</c> or <c>test</c>.</summary>
    private const string Part = "{part}";

    private static readonly (string A, string B)[] Names =
    [
        ("A/{part}", "B/{part}"), ("{part}A", "{part}B"), ("{part}_A", "{part}_B"), ("{part}/A", "{part}/B"), ("{part}_img", "{part}_label"),
    ];

    /// <summary>The folders of a part; those that are not divided into parts are for training.</summary>
    /// <param name="root">The dataset.</param>
    /// <param name="part"><c>train</c>, <c>val</c> or <c>test</c>.</param>
    /// <returns>Null where there are none.</returns>
    public static PairHalves? Find(string root, string part) => Names
        .Concat(part == "train" ? [("A", "B")] : [])
        .Select(names => new PairHalves(Path.Combine(root, names.A.Replace(Part, part, StringComparison.Ordinal)), Path.Combine(root, names.B.Replace(Part, part, StringComparison.Ordinal))))
        .FirstOrDefault(halves => Directory.Exists(halves.A) && Directory.Exists(halves.B));
}
