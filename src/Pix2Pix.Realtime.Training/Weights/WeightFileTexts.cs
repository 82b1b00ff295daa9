namespace Pix2Pix.Realtime.Training.Weights;

/// <summary>What is wrong with a file of weights.</summary>
internal static class WeightFileTexts
{
    public const string UnknownKind = "its first bytes are of neither";
    public const string NoPickle = "the archive holds no data.pkl";
    public static string NoStorage(string key) => $"the archive holds no storage '{key}'";
    public static string NoStorageInFile(string key) => $"the file holds no storage '{key}'";
    public static string EntryTooLong(string name, long bytes) => $"'{name}' claims {bytes} bytes";
    public static string UnnamedStorage(string key) => $"found a storage '{key}' that no tensor names";
    public static string StorageTruncated(long wanted, string key, long found) => $"expected {wanted} more numbers for the storage '{key}', found {found} bytes";
    public const string NoDictionary = "it holds no dictionary of weights";
    public static string TooManyValues(int most) => $"found over {most} values in a pickle";
    public static string UnknownInstruction(byte code) => $"found the byte {code} where an instruction of a pickle should be";
    public static string TextTooLong(int bytes) => $"found a text of {bytes} bytes in a pickle";
    public const string BrokenPickle = "found a pickle whose instructions don't fit together";
    public const string OtherStorage = "found a tensor whose numbers are kept in a way that PyTorch's state dictionaries don't have";
    public const string OtherShape = "found a tensor whose shape is no list of numbers";
    public static string StorageType(string type) => $"found a storage of the type '{type}'";
    public static string TensorTooLarge(string shape, int numbers) => $"found a tensor of [{shape}] that its storage of {numbers} numbers can't hold";
    public const string HeaderTooLong = "its header claims to be longer than the file";
    public static string WrongOffsets(string name, string shape, string offsets, long room) => $"its header gives '{name}' the shape [{shape}] and the bytes [{offsets}] of {room}";
}
