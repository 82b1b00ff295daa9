namespace Pix2Pix.Realtime.Training.Runs;

/// <summary>What is wrong with settings that don't fit together.</summary>
internal static class RecipeTexts
{
    public static string CropTooLarge(int size, int found) => $"Expected discriminator.crop_size of at most data.crop_size ({size}), found {found}; choose a smaller one, or 0 for the whole image.";
    public static string PatchTooLarge(int judged, int layers, int patch, string wider) => $"Expected discriminator.layers whose patch fits into {judged} pixels, found {layers} layers that see {patch}; use fewer layers, fewer discriminator.scales or a larger {wider}.";
    public static string PixelScales(int found) => $"Expected discriminator.scales 1 with discriminator.kind pixel, found {found}: colours are the same at every scale; use patch or one scale.";
    public static string FeaturesCrop(int found) => $"Expected discriminator.crop_size 0 with discriminator.kind features, which judges views of half the sides already, found {found}; set discriminator.crop_size=0.";
    public const string FeaturesAlone = "Expected one scale, no augmentation and no gradient penalty with discriminator.kind features, which sees two layers of a random crop already, found others; set discriminator.scales=1 discriminator.augment=none loss.gan=lsgan.";
    public static string VanillaTargets(double found) => $"Expected stability.label_smoothing up to 1 with loss.gan vanilla, found {found}: vanilla diverges with targets above 1; use [0.8, 1] or lsgan.";
    public static string SideMultiple(int multiple, int found, string smaller) => $"Expected data.crop_size to be a multiple of {multiple} for this generator, found {found}; choose another size{smaller}.";
    public const string SmallerDepth = " or a smaller generator.depth";
    public const string SmallerPatch = " or a smaller generator.patch";
    public static string TooFewHalvings(int found) => $"Expected data.crop_size to halve at least twice, found {found}; choose a multiple of 4, best a power of 2.";
    public static string TooFewHalvingsAfterPatch(int patch, int found) => $"Expected data.crop_size to halve at least twice after generator.patch {patch}, found {found}; choose a larger size or a smaller patch.";
    public static string UpsampleWithPatch(int patch) => $"Expected generator.upsample transposed for a U-Net with generator.patch {patch}, found resize; set generator.upsample=transposed, with generator.even_levels=5 against lattices.";
    public static string WassersteinAlone(string mend) => $"Expected no batch norm in the discriminator, no label smoothing and no label switching with loss.gan wgan-gp, which has no targets; set {mend}.";
}
