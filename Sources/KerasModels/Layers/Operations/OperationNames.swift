/// The operations that are understood when they are called on tensors without a layer.
enum OperationNames {
    /// The functions of TensorFlow 2 that Keras 2 keeps as `TFOpLambda`, and the operations of Keras 3, each by the
    /// name both have here.
    private static let names: [String: [String]] = [
        "add": ["__operators__.add", "math.add", "ops.Add"],
        "subtract": ["math.subtract", "ops.Subtract"],
        "multiply": ["math.multiply", "ops.Multiply"],
        "divide": ["math.truediv", "math.divide", "ops.TrueDivide", "ops.Divide"],
        "negative": ["math.negative", "ops.Negative"],
        "power": ["math.pow", "ops.Power"],
        "maximum": ["math.maximum", "ops.Maximum"],
        "minimum": ["math.minimum", "ops.Minimum"],
        "bias": ["nn.bias_add"],
        "Sqrt": ["math.sqrt", "ops.Sqrt"],
        "Rsqrt": ["math.rsqrt", "ops.Rsqrt"],
        "Square": ["math.square", "ops.Square"],
        "Log": ["math.log", "ops.Log"],
        "Absolute": ["math.abs", "ops.Absolute", "ops.Abs"],
        "clip": ["clip_by_value", "ops.Clip"],
        "relu": ["nn.relu", "ops.Relu", "ops.ReLU"],
        "relu6": ["nn.relu6", "ops.Relu6"],
        "leaky": ["nn.leaky_relu", "ops.LeakyRelu"],
        "softmax": ["nn.softmax", "ops.Softmax"],
        "gelu": ["nn.gelu", "ops.Gelu"],
        "elu": ["nn.elu", "ops.Elu"],
        "sigmoid": ["math.sigmoid", "nn.sigmoid", "ops.Sigmoid"],
        "tanh": ["math.tanh", "nn.tanh", "ops.Tanh"],
        "exponential": ["math.exp", "ops.Exp"],
        "silu": ["nn.silu", "ops.Silu"],
        "selu": ["nn.selu", "ops.Selu"],
        "softplus": ["math.softplus", "nn.softplus", "ops.Softplus"],
        "softsign": ["nn.softsign", "ops.Softsign"],
        "log_softmax": ["nn.log_softmax", "ops.LogSoftmax"],
        "hard_sigmoid": ["ops.HardSigmoid"],
        "hard_silu": ["ops.HardSilu"],
        "Mean": ["math.reduce_mean", "ops.Mean"],
        "Sum": ["math.reduce_sum", "ops.Sum"],
        "Max": ["math.reduce_max", "ops.Max", "ops.Amax"],
        "Min": ["math.reduce_min", "ops.Min", "ops.Amin"],
        "concatenate": ["concat", "ops.Concatenate"],
        "reshape": ["reshape", "ops.Reshape"],
        "transpose": ["transpose", "compat.v1.transpose", "ops.Transpose"],
        "ExpandDims": ["expand_dims", "ops.ExpandDims"],
        "Squeeze": ["squeeze", "compat.v1.squeeze", "ops.Squeeze"],
        "GetItem": ["__operators__.getitem", "ops.GetItem"],
        "resize": ["image.resize", "ops.Resize"],
        "identity": ["identity", "stop_gradient", "cast", "ops.Cast", "ops.StopGradient"],
        "unit": ["math.l2_normalize", "ops.Normalize"],
    ]

    private static let byName: [String: String] = {
        var result: [String: String] = [:]
        for (name, spellings) in names { for spelling in spellings { result[spelling] = name } }
        return result
    }()

    /// The name of an operation here; nil for one that is not understood.
    static func name(of spelling: String) -> String? { byName[spelling] }
}
