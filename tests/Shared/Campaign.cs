using System.Diagnostics;
using System.Globalization;
using Pix2Pix.Realtime.Files;

namespace Pix2Pix.Realtime.Tests.Shared;

/// <summary>
/// Random cases against the real parts. In the suite a few, the same each time; <c>./test.sh --campaign SECONDS [SEED]</c> runs each campaign that long and adds its figures
/// to <c>artifacts/campaign.md</c>. A case that fails names its seed, which alone repeats it.
/// </summary>
internal static class Campaign
{
    private const string SecondsVariable = "PIX2PIX_CAMPAIGN_SECONDS";
    private const string SeedVariable = "PIX2PIX_CAMPAIGN_SEED";

    /// <summary>How long the campaign that was asked for takes; null = this is the usual suite.</summary>
    public static TimeSpan? Budget => Number(SecondsVariable, 0) is > 0 and var seconds ? TimeSpan.FromSeconds(seconds) : null;

    /// <summary>Runs cases: a number of them in the suite, or as many as the budget allows.</summary>
    /// <param name="name">In the table.</param>
    /// <param name="cases">In the suite.</param>
    /// <param name="one">Gets a source of random numbers of its own; it throws where something is lost.</param>
    /// <param name="figures">What else the table says when it is over; null = nothing.</param>
    public static async Task RunAsync(string name, int cases, Func<Random, Task> one, Func<string>? figures = null)
    {
        var seconds = Number(SecondsVariable, 0);
        var first = Number(SeedVariable, 1);
        var clock = Stopwatch.StartNew();
        var failures = new List<string>();
        var done = 0;
        for (; seconds > 0 ? clock.Elapsed.TotalSeconds < seconds : done < cases; done++)
        {
            try
            {
                await one(new Random(first + done));
            }
            catch (Exception fault) when (seconds > 0 && !IsSkip(fault))
            {
                failures.Add($"{SeedVariable}={first + done}: {fault.Message}");
            }
            catch (Exception fault) when (!IsSkip(fault))
            {
                throw new InvalidOperationException($"{name}: the case of {SeedVariable}={first + done} failed: {fault.Message}", fault);
            }
        }

        if (seconds > 0)
        {
            File.AppendAllText(Artifact("campaign.md"), string.Create(CultureInfo.InvariantCulture, $"| {name} | {first} | {done} | {failures.Count} | {clock.Elapsed.TotalSeconds:f0} s | {figures?.Invoke()} |\n"));
        }

        Assert.True(failures.Count == 0, $"{name}: {failures.Count} of {done} cases failed:\n{string.Join('\n', failures.Take(20))}");
    }

    /// <summary>A file for a campaign's figures, in <c>artifacts</c>.</summary>
    public static string Artifact(string name) => Path.Combine(Directory.CreateDirectory(ProjectFolder.Under("artifacts")).FullName, name);

    /// <summary>A damaged copy: bits turned, a piece cut out, repeated, put elsewhere or filled, up to four times.</summary>
    public static byte[] Damage(byte[] whole, Random random)
    {
        var bytes = new List<byte>(whole);
        for (var times = random.Next(1, 5); times > 0 && bytes.Count > 1; times--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(bytes.Count - at, 1 + random.Next(1 << random.Next(1, 10)));
            switch (random.Next(6))
            {
                case 0: bytes[at] ^= (byte)(1 << random.Next(8)); break;
                case 1: bytes[at] = (byte)random.Next(256); break;
                case 2: bytes.RemoveRange(at, length); break;
                case 3: bytes.InsertRange(at, bytes.GetRange(at, length)); break;
                case 4: bytes.RemoveRange(at, bytes.Count - at); break;
                default: Fill(bytes, at, length, random.Next(2) == 0 ? byte.MaxValue : (byte)0); break;
            }
        }

        return [.. bytes];
    }

    private static void Fill(List<byte> bytes, int at, int length, byte value)
    {
        for (var i = at; i < at + length; i++)
        {
            bytes[i] = value;
        }
    }

    /// <summary>The mark of the test framework, whose exception is not public.</summary>
    private static bool IsSkip(Exception fault) => fault.Message.StartsWith("$XunitDynamicSkip$", StringComparison.Ordinal);

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
