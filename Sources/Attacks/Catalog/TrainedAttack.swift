/// An attack whose scores hang on chance beyond its shadow models: on first weights, on the order of records.
///
/// All others give the same scores with any seed; support vector machines are trained to the optimum.
public protocol TrainedAttack: Attack {}
