namespace Pix2Pix.Realtime.App.Processes;

/// <summary>Texts about the training program and other programs.</summary>
internal static class ProcessesTexts
{
    public static string HowToBuild(string launcher) => $"it is not built yet; run '{launcher} train' once to build it";
    public static string HowToUnpack(string folder) => $"unpack the archive pix2pix-training-*.zip of this version into '{folder}'";
    public static string NoTrainingProgram(string howToGet) => $"Expected the training program, found none; {howToGet}.";
    public const string BuildingTraining = "Building the training program, once; it takes a minute or two.";
    public static string NotBuilt(string reason) => $"The training program could not be built: {reason}";
    public const string NoSdk = "Expected the .NET 10 SDK ('dotnet' on the PATH) to build the training program, found none; install it and try again.";
    public static string TrainingDoesNotStart(string launcher) => $"The training program does not start; run '{launcher} doctor' for details.";
    public static string NoFileManager(string program, string folder) => $"Expected the program {program} to open a folder, found none; the folder is {folder}.";
}
