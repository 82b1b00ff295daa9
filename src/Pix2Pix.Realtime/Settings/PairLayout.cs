namespace Pix2Pix.Realtime.Settings;

/// <summary>How a dataset's folder holds its pairs.</summary>
internal enum PairLayout
{
    /// <summary>Found out by looking.</summary>
    Auto,

    /// <summary>One picture a pair, A on the left, B on the right, in <c>train</c>, <c>val</c> and <c>test</c>.</summary>
    SideBySide,

    /// <summary>Two folders, <c>A</c> and <c>B</c> (or <c>trainA</c> and <c>trainB</c>), paired by file name.</summary>
    TwoFolders,

    /// <summary>A photograph (.jpg) and a palette label map (.png) of one name, as the CMP facade base is published.</summary>
    CmpBase,
}
