namespace Pix2Pix.Realtime;

/// <summary>Formats the exception that ends a program.</summary>
internal static class FaultText
{
    /// <summary>One sentence, of several that happened side by side the first; what only a programmer can use is left to <c>--verbose</c>.</summary>
    public static string Of(Exception fault, bool verbose) => fault switch
    {
        _ when verbose => $"{fault}",
        AggregateException { InnerExceptions: [var first, ..] } => Of(first, verbose),
        null => throw new ArgumentNullException(nameof(fault)),
        _ when !IsBug(fault) => fault.Message,
        _ => $"{fault.GetType().Name}: {fault.Message} This is a bug in the program; run it again with --verbose for details.",
    };

    /// <summary>Whether nobody but a programmer can do something about it.</summary>
    public static bool IsBug(Exception fault) => fault is AggregateException { InnerExceptions: [var first, ..] } ? IsBug(first) : fault is not (UserException or IOException or UnauthorizedAccessException);
}
