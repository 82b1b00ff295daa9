namespace Pix2Pix.Realtime.Ranks;

/// <summary>The ranks can't go on together; rank 0 says why, so this one ends without a word.</summary>
internal sealed class OtherRankException() : UserException("The ranks can't go on together; the message of rank 0 says why.");
