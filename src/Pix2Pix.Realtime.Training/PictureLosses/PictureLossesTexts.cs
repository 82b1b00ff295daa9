namespace Pix2Pix.Realtime.Training.PictureLosses;

/// <summary>Texts about the network of features.</summary>
internal static class PictureLossesTexts
{
    public static string TooFewGroups(string name) => $"Expected a ResNet-18 with three groups of blocks in '{name}', found fewer; restore the package Microsoft.ML.DnnImageFeaturizer.ResNet18 again.";
    public static string OtherLayers(string found) => $"Expected convolutions, norms, ReLUs, pooling and sums in the network of features, found {found}; restore the package Microsoft.ML.DnnImageFeaturizer.ResNet18 again.";
}
