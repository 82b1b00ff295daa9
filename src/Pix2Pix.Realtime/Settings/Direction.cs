namespace Pix2Pix.Realtime.Settings;

/// <summary>Which half of a pair is the input: A is the left half or the folder A, B the right half or the folder B.</summary>
internal enum Direction
{
    /// <summary>A is the input, B the target (edges to shoes).</summary>
    AtoB,

    /// <summary>B is the input, A the target (facades: labels to photograph).</summary>
    BtoA,
}
