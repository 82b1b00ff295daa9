namespace Pix2Pix.Realtime.App.Judging;

/// <summary>What is known of one picture beside the photograph of the same place.</summary>
/// <param name="Description">What sets of pictures are compared by.</param>
/// <param name="Score">How near it is to the photograph.</param>
/// <param name="Truth">The classes of the map at each pixel; null = nothing was read back.</param>
/// <param name="Answer">The classes that were read back from the picture; as long as the truth.</param>
internal sealed record JudgedPicture(DescribedPicture Description, PixelScore Score, byte[]? Truth = null, byte[]? Answer = null);
