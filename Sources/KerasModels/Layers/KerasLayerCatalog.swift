/// All Keras layer classes that are read and written.
public enum KerasLayerCatalog {
    /// One kind per group of classes.
    static let kinds: [any KerasLayerKind.Type] = [
        InputKind.self,
        DenseKind.self,
        ConvolutionKind.self,
        DepthwiseConvolutionKind.self,
        SeparableConvolutionKind.self,
        BatchNormKind.self,
        LayerNormKind.self,
        ActivationKind.self,
        ParametricReluKind.self,
        MergeKind.self,
        WindowPoolingKind.self,
        GlobalPoolingKind.self,
        FlattenKind.self,
        ReshapeKind.self,
        PermuteKind.self,
        ZeroPaddingKind.self,
        CroppingKind.self,
        UpSamplingKind.self,
        RescalingKind.self,
        NormalizationKind.self,
        DropoutKind.self,
        SpatialDropoutKind.self,
        GaussianNoiseKind.self,
        GaussianDropoutKind.self,
        AlphaDropoutKind.self,
        IdentityKind.self,
        EmbeddingKind.self,
        MaskingKind.self,
        RecurrentKind.self,
        BidirectionalKind.self,
        TimeDistributedKind.self,
        AttentionKind.self,
        MultiHeadAttentionKind.self,
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
        "TimeDistributedDense", "LSTMCell", "GRUCell", "SimpleRNNCell", "StackedRNNCells", "CuDNNLSTM", "CuDNNGRU",
        "Conv1DTranspose", "Conv2DTranspose", "Conv3DTranspose", "Deconvolution2D", "LocallyConnected1D",
        "LocallyConnected2D", "DepthwiseConv1D", "EinsumDense", "RepeatVector", "Dot", "Merge", "MaxoutDense",
        "Highway", "UnitNormalization", "GroupNormalization", "SpectralNormalization", "RMSNormalization",
        "AdaptiveAveragePooling1D", "AdaptiveAveragePooling2D", "AdaptiveMaxPooling1D", "AdaptiveMaxPooling2D",
        "UpSampling3D", "ZeroPadding3D", "Cropping3D", "SpatialDropout3D", "Resizing", "CenterCrop", "RandomCrop",
        "RandomFlip", "RandomRotation", "RandomZoom", "RandomTranslation", "RandomContrast", "RandomBrightness",
        "CategoryEncoding", "Discretization", "Hashing", "IntegerLookup", "StringLookup", "TextVectorization",
        "TFOpLambda", "SlicingOpLambda", "TensorFlowOpLayer", "ClassMethod", "InstanceMethod", "InstanceProperty",
        "TFSMLayer", "TorchModuleWrapper", "FlaxLayer", "JaxLayer", "Wrapper", "StochasticDepth",
    ]
}
