namespace Pix2Pix.Realtime.Files;

/// <summary>
/// What removing and replacing files asks of the system. Windows refuses both while any program, also a virus scanner, has the file open; Linux does neither.
/// Any thread.
/// </summary>
internal interface IFileLayer
{
    /// <summary>Whether a failed call may succeed a moment later, because another program will have let the file go.</summary>
    bool IsPassing(Exception fault);

    /// <summary>Puts a file in the place of another one or of none.</summary>
    void Replace(string source, string target);

    /// <summary>Removes a file; one that isn't there is removed already.</summary>
    void Delete(string file);

    /// <summary>Removes a folder and all in it.</summary>
    void DeleteFolder(string folder);

    /// <summary>Lets some time pass.</summary>
    void Wait(TimeSpan time);
}
