namespace Pix2Pix.Realtime.App.Pack;

/// <summary>What 'pack' says.</summary>
internal static class PackTexts
{
    public static string UnknownSystem(string known, string found) => $"Expected --system {known}, found '{found}'.";
    public static string UnknownPackage(string known, string found) => $"Expected {known}, found '{found}'.";
    public static string Building(string project, string system) => $"building {project} for {system} ...";
    public static string NotBuilt(string system, string fault) => $"The program could not be built for {system}: {fault}";
    public static string BuildingLibrary(string system) => $"building the C library for {system} ...";
    public static string LibraryNotBuilt(string system, string fault) => $"The C library could not be built for {system}: {fault}";
    public const string NoSdk = "Expected the .NET 10 SDK ('dotnet' on the PATH), found none; install it and try again.";
    public static string NoGenerator(string file) => $"Expected a generator (.onnx), found no file at '{file}'; choose another with --model.";
    public static string NoLibrary(string folder) => $"Expected the published C library in '{folder}', found none; name the folder that an archive of 'pix2pix pack native' was unpacked to, or leave --library out to have it built.";
    public static string TooLarge(long most, long found, string archive) => $"Expected an archive of at most {most} MB, found {found} MB in '{archive}'; see what it holds that it should not.";
    public const string Notices = "This program carries files of these packages.\n";
    public static string NoPackage(string package, string folders) => $"Expected the package '{package}' in '{folders}', found none; restore the project again.";
}
