namespace Pix2Pix.Realtime.Settings;

/// <summary>The discriminator's family: convolutional patches, single pixels, or the early features of a frozen network.</summary>
internal enum DiscriminatorKind { Patch, Pixel, Features }

/// <summary>What is changed at random in the pairs that the discriminator sees: nothing, or shift, cut-out and the picture's colours (DiffAugment: Zhao et al. 2020).</summary>
internal enum DiscriminatorAugmentation { None, Diff }

/// <summary>The adversarial loss: least squares (Mao et al. 2017), logistic (Goodfellow et al. 2014), or Wasserstein with gradient penalty (Gulrajani et al. 2017).</summary>
internal enum GanLoss { LeastSquares, Vanilla, WassersteinPenalty }

/// <summary>How the learning rate falls.</summary>
internal enum LearningRatePolicy { Constant, Linear, Step, Cosine, Plateau }

/// <summary>How the learning rates grow with the ranks, and so with the pairs of a step.</summary>
internal enum RateScaling { None, Linear, SquareRoot }

/// <summary>The arithmetic of convolutions in training; master weights, norms and losses stay in float32.</summary>
internal enum TrainingPrecision { Auto, Float32, BFloat16 }

/// <summary>The generator's second input: none, or a style whose numbers a definition describes.</summary>
internal enum StyleKind { None, Described }

/// <summary>Where training runs.</summary>
internal enum TrainingDevice { Auto, Cpu, Cuda }

/// <summary>How weights start out.</summary>
internal enum WeightInit { Normal, Xavier, Kaiming }

/// <summary>Side of the blocks of pixels that a generator reads and writes as one; the value is the number of pixels.</summary>
internal enum PatchSide { Pixel = 1, Two = 2, Four = 4 }
