using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Hosting;
using Pix2Pix.Realtime.Settings;
using Pix2Pix.Realtime.Styles;
using Pix2Pix.Realtime.Training.RunFiles;
using Pix2Pix.Realtime.Training.Weights;

namespace Pix2Pix.Realtime.Training.Runs;

/// <summary>The snapshot that a run learns from: what <c>teacher.from</c> names, and once the run has begun its own copy of that, whatever becomes of the original.</summary>
internal sealed class TeacherFile
{
    private readonly string _path;
    private readonly string _copy;

    private TeacherFile(string path, string copy, Snapshot snapshot) => (_path, _copy, Snapshot) = (path, copy, snapshot);

    public Snapshot Snapshot { get; }

    /// <returns>Null where the run has no teacher.</returns>
    /// <exception cref="UserException">There is no such snapshot, or it is none that this run can learn from.</exception>
    public static TeacherFile? Open(RunFolder folder, Recipe recipe, SettingValues settings)
    {
        if (settings.Get(TrainingSettings.TeacherFrom) is not { Length: > 0 } from)
        {
            return null;
        }

        var path = File.Exists(folder.Teacher) ? folder.Teacher : Directory.Exists(from) ? Newest(from) : from;
        if (!path.EndsWith(Snapshot.Extension, StringComparison.OrdinalIgnoreCase))
        {
            throw new UserException(RunsTexts.NoTeacher(from, LauncherName.Here));
        }

        var snapshot = Snapshot.Read(path);
        Check(path, snapshot, recipe, settings);
        return new TeacherFile(path, folder.Teacher, snapshot);
    }

    /// <summary>Copies it into the run's folder, which exists.</summary>
    public void Keep()
    {
        if (_path != _copy)
        {
            using var source = RegularFile.OpenRead(_path);
            AtomicFile.Write(_copy, source.CopyTo);
        }
    }

    private static string Newest(string run) => RunFolder.Open(run) is var folder && RunSnapshots.Newest(folder.Root) is { } snapshot
        ? snapshot
        : throw new UserException(RunsTexts.NoTeacherSnapshot(folder.Snapshots));

    private static void Check(string path, Snapshot snapshot, Recipe recipe, SettingValues settings)
    {
        var (metadata, teacher, student) = (snapshot.Metadata, snapshot.Generator.Shape, recipe.Shape);
        var pairs = new (string What, string Wanted, string Found, string Mend)[]
        {
            ("pictures", $"{recipe.Size}x{recipe.Size}", $"{metadata.Width}x{metadata.Height}", $"data.crop_size={metadata.Width}"),
            ("channels", RunsTexts.ChannelPairs(student.InputChannels, student.OutputChannels), RunsTexts.ChannelPairs(teacher.InputChannels, teacher.OutputChannels), RunsTexts.ChannelSettings(teacher.InputChannels, teacher.OutputChannels)),
            ("palette", $"'{settings.Get(TrainingSettings.Palette)}'", $"'{metadata.Palette}'", $"data.palette={metadata.Palette}"),
            ("direction", $"{settings.Get(TrainingSettings.DataDirection)}", $"{metadata.Direction}", $"data.direction={metadata.Direction}"),
            ("style", Words(recipe.Style), Words(metadata.Style?.Definition), metadata.Style is null ? "generator.style=none" : "generator.style=described"),
            ("bottleneck", Bottleneck(student.SideMultiple), Bottleneck(teacher.SideMultiple), teacher.Kind == student.Kind ? $"generator.depth={teacher.Depth}" : RunsTexts.MendDepth),
        };
        var faults = pairs.Where(pair => pair.Wanted != pair.Found).Select(pair => RunsTexts.TeacherDiffers(pair.What, pair.Wanted, pair.Found, pair.Mend)).ToList();
        if (faults.Count > 0)
        {
            throw new UserException(RunsTexts.TeacherUnfit(path, string.Join("; ", faults)));
        }

        static string Words(StyleDefinition? style) => style is null ? "none" : string.Join(' ', style.Groups.Select(group => group.Name));

        string Bottleneck(int multiple) => $"{recipe.Size / multiple}x{recipe.Size / multiple}";
    }
}
