namespace Pix2Pix.Realtime.Hosting;

/// <summary>The content of a dataset, as far as a quick check shows it.</summary>
/// <param name="TrainingPairs">Pairs to train on.</param>
/// <param name="ValidationPairs">Pairs to validate on.</param>
/// <param name="Words">One line for a user: layout, counts, sizes.</param>
/// <param name="Problems">What is left out, one sentence each.</param>
/// <param name="Remarks">What works but should be known before training, one sentence each.</param>
/// <param name="Examples">Up to three pairs, each a PNG of the input beside the target, so that the direction is seen and not guessed.</param>
internal sealed record DatasetReport(int TrainingPairs, int ValidationPairs, string Words, IReadOnlyList<string> Problems, IReadOnlyList<string> Remarks, IReadOnlyList<byte[]> Examples);
