/// All Keras layer classes that are read and written.
public enum KerasLayerCatalog {
    /// One kind per group of classes.
    static let kinds: [any KerasLayerKind.Type] = [
        InputKind.self,
        DenseKind.self,
        EinsumDenseKind.self,
        MaxoutKind.self,
        HighwayKind.self,
        ConvolutionKind.self,
        DepthwiseConvolutionKind.self,
        SeparableConvolutionKind.self,
        TransposedConvolutionKind.self,
        LocalConvolutionKind.self,
        BatchNormKind.self,
        LayerNormKind.self,
        GroupNormKind.self,
        RootMeanSquareNormKind.self,
        UnitNormKind.self,
        SpectralNormKind.self,
        ChannelScaleKind.self,
        ActivationKind.self,
        ParametricReluKind.self,
        MergeKind.self,
        BatchDotKind.self,
        ScaledResidualKind.self,
        WindowPoolingKind.self,
        GlobalPoolingKind.self,
        AdaptivePoolingKind.self,
        FlattenKind.self,
        ReshapeKind.self,
        PermuteKind.self,
        ZeroPaddingKind.self,
        CroppingKind.self,
        UpSamplingKind.self,
        RepeatVectorKind.self,
        RescalingKind.self,
        NormalizationKind.self,
        ImageResizingKind.self,
        CategoryEncodingKind.self,
        DiscretizationKind.self,
        DropoutKind.self,
        SpatialDropoutKind.self,
        GaussianNoiseKind.self,
        GaussianDropoutKind.self,
        AlphaDropoutKind.self,
        StochasticDepthKind.self,
        IdentityKind.self,
        AugmentationKind.self,
        ElementwiseFunctionKind.self,
        QuotientKind.self,
        ReductionKind.self,
        SlicingKind.self,
        AxisRemovalKind.self,
        EmbeddingKind.self,
        MaskingKind.self,
        RecurrentKind.self,
        BidirectionalKind.self,
        TimeDistributedKind.self,
        AttentionKind.self,
        MultiHeadAttentionKind.self,
        GroupQueryAttentionKind.self,
        StepAverageKind.self,
        DifferenceKind.self,
        LogicKind.self,
        AnyKind.self,
        FilledKind.self,
        AxisInsertionKind.self,
    ]

    /// What each group is, for `list layers`.
    public static var all: [KerasLayerDescriptor] { kinds.map { $0.descriptor } }

    /// The kind of a Keras class.
    static func kind(of className: String) -> (any KerasLayerKind.Type)? {
        kindOfClass[className]
    }

    private static let kindOfClass: [String: any KerasLayerKind.Type] = {
        var kinds: [String: any KerasLayerKind.Type] = [:]
        for kind in Self.kinds { for name in kind.classNames { kinds[name] = kind } }
        return kinds
    }()

    /// Keras's own classes that are not supported; any other unknown class is somebody's own.
    static let unsupported: Set<String> = [
        "TimeDistributedDense", "LSTMCell", "GRUCell", "SimpleRNNCell", "StackedRNNCells",
        "Merge", "Hashing", "HashedCrossing", "IntegerLookup", "StringLookup", "TextVectorization", "MelSpectrogram",
        "STFTSpectrogram", "AutoContrast", "CLAHE", "ContrastLimitedAdaptiveHistogramEqualization", "DenseFeatures",
        "AbstractRNNCell", "Equalization", "Solarization", "MaxNumBoundingBoxes",
        "FeatureSpace", "Pipeline", "ReversibleEmbedding", "RandomFourierFeatures",
        "TFOpLambda", "SlicingOpLambda", "TensorFlowOpLayer", "ClassMethod", "InstanceMethod", "InstanceProperty",
        "TFSMLayer", "TorchModuleWrapper", "FlaxLayer", "JaxLayer", "Wrapper",
    ]
}
