using StreamJsonRpc;

namespace Pix2Pix.Realtime.Hosting;

/// <summary>
/// A training host as its client sees it, over any pair of streams (<see cref="HostConnection"/>). A call that the host refuses throws
/// with the host's sentence. Thread contract: any thread; calls are answered in order, events arrive in order.
/// </summary>
[JsonRpcContract]
internal partial interface ITrainingHost
{
    /// <summary>The events of the run, from its start on.</summary>
    event EventHandler<TrainingEvent>? Happened;

    /// <summary>Starts a run, or continues with one; returns when the run is under way.</summary>
    /// <exception cref="UserException">A setting, the dataset or the run's folder is wrong, or a run is under way already.</exception>
    Task StartAsync(RunRequest request, CancellationToken cancellationToken);

    /// <summary>Finishes the step under way and waits.</summary>
    Task PauseAsync(CancellationToken cancellationToken);

    /// <summary>Goes on after a pause.</summary>
    Task ResumeAsync(CancellationToken cancellationToken);

    /// <summary>Finishes the step, saves and ends the run; <see cref="RunFinished"/> follows.</summary>
    Task StopAsync(CancellationToken cancellationToken);

    /// <summary>Leaves the processor to others between steps.</summary>
    /// <param name="share">The share of the time that training may take: 1 = all of it, down to 0.05.</param>
    /// <param name="cancellationToken">Ends the wait for the answer.</param>
    Task ThrottleAsync(double share, CancellationToken cancellationToken);

    /// <summary>Exports the generator after the step under way; <see cref="SnapshotReady"/> follows.</summary>
    Task SnapshotAsync(CancellationToken cancellationToken);

    /// <summary>The state of the host.</summary>
    Task<HostState> StateAsync(CancellationToken cancellationToken);

    /// <summary>The folders and files in a folder of the host's machine, folders first.</summary>
    /// <param name="folder">A whole path; empty = the home folder.</param>
    /// <param name="cancellationToken">Ends the wait for the answer.</param>
    Task<FolderListing> BrowseAsync(string folder, CancellationToken cancellationToken);

    /// <summary>Looks at a dataset on the host's machine: what a user wants to know before Start.</summary>
    /// <param name="settings">The configuration that names it, as YAML.</param>
    /// <param name="cancellationToken">Ends the wait for the answer.</param>
    Task<DatasetReport> CheckDatasetAsync(string settings, CancellationToken cancellationToken);

    /// <summary>Takes a dataset of the client's machine, as a stream beside the messages; see <see cref="DatasetSending"/>.</summary>
    /// <param name="name">What its folder should be called; a number follows where the name is taken.</param>
    /// <param name="files">How many files there are, so that a cut stream is not taken for a whole one.</param>
    /// <param name="archive">A tar archive of them; read to its end.</param>
    /// <param name="cancellationToken">Ends the wait; nothing is kept then.</param>
    /// <returns>Its folder on the host's machine, whole path.</returns>
    Task<string> ReceiveDatasetAsync(string name, int files, Stream archive, CancellationToken cancellationToken);

    /// <summary>The runs that lie on the host's machine, the newest first.</summary>
    /// <param name="folder">Where run folders are made, as in the settings' <c>run.folder</c>.</param>
    /// <param name="cancellationToken">Ends the wait for the answer.</param>
    Task<IReadOnlyList<RunInfo>> RunsAsync(string folder, CancellationToken cancellationToken);

    /// <summary>A file of a run (a snapshot, a sample sheet), as a stream beside the messages, so that no event waits behind it.</summary>
    /// <param name="file">A path that an event or a listing named.</param>
    /// <param name="cancellationToken">Ends the wait for the answer.</param>
    Task<Stream> OpenAsync(string file, CancellationToken cancellationToken);
}
