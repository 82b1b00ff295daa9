namespace Pix2Pix.Realtime.App.Testing;

/// <summary>A pair that generators are tested on.</summary>
/// <param name="Name">Its name in the dataset.</param>
/// <param name="Input">What is translated.</param>
/// <param name="Target">What it should become.</param>
internal sealed record TestedPair(string Name, ShownPicture Input, ShownPicture Target);
