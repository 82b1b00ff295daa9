namespace Pix2Pix.Realtime;

/// <summary>Formats the exception that ends a program.</summary>
public static class FaultText
{
    /// <summary>One sentence, of several that happened side by side the first; what only a programmer can use is left to <c>--verbose</c>.</summary>
    public static string Of(Exception fault, bool verbose) => fault switch
    {
        _ when verbose => $"{fault}",
        AggregateException { InnerExceptions: [var first, ..] } => Of(first, verbose),
        UserException or IOException or UnauthorizedAccessException => fault.Message,
        null => throw new ArgumentNullException(nameof(fault)),
        _ => $"{fault.GetType().Name}: {fault.Message} This is a bug in the program; run it again with --verbose for details.",
    };
}
