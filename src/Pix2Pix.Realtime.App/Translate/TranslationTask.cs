using Pix2Pix.Realtime.App.Sources;
using Pix2Pix.Realtime.Images;

namespace Pix2Pix.Realtime.App.Translate;

/// <summary>One picture's way.</summary>
/// <param name="Source">The file to read.</param>
/// <param name="Target">The file to write; it does not exist yet.</param>
internal sealed record TranslationTask(string Source, string Target)
{
    /// <summary>Whether both are video files, by their names.</summary>
    public bool IsVideo => SourceAddress.IsVideo(Source) && SourceAddress.IsVideo(Target);

    /// <summary>Lists what is to be done, before anything is written.</summary>
    /// <exception cref="UserException">An input is missing or no picture, two would get one name, or a target exists.</exception>
    public static IReadOnlyList<TranslationTask> Plan(IReadOnlyList<string> inputs, string output)
    {
        if (inputs is [var only] && File.Exists(only) && (ImageFile.IsPicture(output) || (SourceAddress.IsVideo(only) && SourceAddress.IsVideo(output))))
        {
            return Checked([new TranslationTask(only, output)]);
        }

        if (inputs.FirstOrDefault(input => SourceAddress.IsVideo(input) && File.Exists(input)) is { } film)
        {
            throw new UserException(TranslateTexts.OneVideo(film));
        }

        if (File.Exists(output))
        {
            throw new UserException(TranslateTexts.NoFolder(output));
        }

        return Checked([.. inputs.SelectMany(input => Of(input, output))]);
    }

    private static IEnumerable<TranslationTask> Of(string input, string output)
    {
        if (Directory.Exists(input))
        {
            var found = PictureFolder.Open(input);
            return found.Pictures.Count > 0
                ? found.Pictures.Select(file => new TranslationTask(file, TargetOf(file, output)))
                : throw new UserException(TranslateTexts.NoPictures(input, PictureFolder.Describe(found.PassedOver)).TrimEnd());
        }

        return File.Exists(input)
            ? [new TranslationTask(input, TargetOf(input, output))]
            : throw new UserException(TranslateTexts.NoSuchInput(input));
    }

    private static string TargetOf(string source, string folder) => Path.Combine(folder, $"{Path.GetFileNameWithoutExtension(source)}.png");

    private static IReadOnlyList<TranslationTask> Checked(IReadOnlyList<TranslationTask> tasks)
    {
        if (tasks.GroupBy(task => task.Target).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new UserException(TranslateTexts.SameNames(string.Join(" and ", twice.Take(2).Select(task => $"'{task.Source}'")), twice.Key));
        }

        return tasks.FirstOrDefault(task => File.Exists(task.Target)) is { } taken
            ? throw new UserException(TranslateTexts.FileExists(taken.Target))
            : tasks;
    }
}
