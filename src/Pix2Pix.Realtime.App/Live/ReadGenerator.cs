using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Rendering.Generator;

namespace Pix2Pix.Realtime.App.Live;

/// <summary>A file that was read: a generator that is ready, or the plan of one that the GL thread must still build. One of the two is there.</summary>
/// <param name="Path">The file.</param>
/// <param name="Generator">Ready; whoever takes it owns it.</param>
/// <param name="Plan">For the graphics card.</param>
internal sealed record ReadGenerator(string Path, IGenerator? Generator, GeneratorPlan? Plan);
