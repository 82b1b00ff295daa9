using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Rendering.Generator;

namespace Pix2Pix.Realtime.App.Live.Translation;

/// <summary>A file that was read: a generator that is ready, or the plan of one that the GL thread must still build; both where the faster one is to be chosen.</summary>
/// <param name="Path">The file.</param>
/// <param name="Generator">Ready; taking it transfers ownership.</param>
/// <param name="Plan">For the GPU.</param>
/// <param name="Milliseconds">What <paramref name="Generator"/> takes for a translation, where both are there.</param>
internal sealed record ReadGenerator(string Path, IGenerator? Generator, GeneratorPlan? Plan, double Milliseconds = 0);
