/// Everything an audit knows when it ends; `report.xml` is its written form and every report derives from it.
public struct AuditRecord: Sendable {
    /// The audit's title.
    public let title: String
    /// Who shares with whom.
    public let context: AuditContext
    /// The source model.
    public let model: ModelSheet
    /// The file that would leave, layer by layer; empty when the manifest names none.
    public let transferred: [LayerComparison]
    /// The data sets.
    public let data: [DataSheet]
    /// The recipient's target models; empty without a target.
    public let target: [TargetSheet]
    /// The shadow models trained.
    public let shadows: [ShadowSheet]
    /// The attacks that ran, as they describe themselves.
    public let attacks: [AttackDescriptor]
    /// What became of each attack.
    public let outcomes: [AttackOutcome]
    /// What the transferred layers add to each attack.
    public let contributions: [LayerContribution]
    /// Where the uncertainty of each AUC comes from.
    public let uncertainties: [UncertaintySplit]
    /// Every figure.
    public let measurements: [Measurement]
    /// The figures per class.
    public let classMeasurements: [ClassMeasurement]
    /// The adversary's cost per attack.
    public let costs: [AttackCost]
    /// The validity checks.
    public let checks: [ValidityCheck]
    /// What did not run.
    public let skips: [Skip]
    /// The EDPB's attack list with what ran.
    public let coverage: [CoverageRow]
    /// The policy's word.
    public let judgement: Judgement
    /// What the reader must know.
    public let findings: [Finding]
    /// Countermeasures for the findings.
    public let recommendations: [Recommendation]
    /// Countermeasures that were tried, with the models they are compared with; empty where none were.
    public let trials: [CountermeasureTrial]
    /// What the trials say to do; nil where nothing was tried.
    public let advice: TrialAdvice?
    /// Leakage and usefulness at every cut; nil where the manifest asks for no depth curve.
    public let depth: DepthCurve?
    /// The figures as data.
    public let figures: [Figure]
    /// Who of the members is most exposed; nil where nothing was scored.
    public let exposure: ExposureSheet?
    /// What it would take to run the audit again.
    public let provenance: Provenance

    /// Records an audit.
    public init(
        title: String,
        context: AuditContext,
        model: ModelSheet,
        transferred: [LayerComparison],
        data: [DataSheet],
        target: [TargetSheet],
        shadows: [ShadowSheet],
        attacks: [AttackDescriptor],
        outcomes: [AttackOutcome],
        contributions: [LayerContribution] = [],
        uncertainties: [UncertaintySplit] = [],
        measurements: [Measurement],
        classMeasurements: [ClassMeasurement],
        costs: [AttackCost],
        checks: [ValidityCheck],
        skips: [Skip],
        coverage: [CoverageRow],
        judgement: Judgement,
        findings: [Finding],
        recommendations: [Recommendation],
        trials: [CountermeasureTrial] = [],
        advice: TrialAdvice? = nil,
        depth: DepthCurve? = nil,
        figures: [Figure],
        exposure: ExposureSheet? = nil,
        provenance: Provenance
    ) {
        self.title = title
        self.context = context
        self.model = model
        self.transferred = transferred
        self.data = data
        self.target = target
        self.shadows = shadows
        self.attacks = attacks
        self.outcomes = outcomes
        self.contributions = contributions
        self.uncertainties = uncertainties
        self.measurements = measurements
        self.classMeasurements = classMeasurements
        self.costs = costs
        self.checks = checks
        self.skips = skips
        self.coverage = coverage
        self.judgement = judgement
        self.findings = findings
        self.recommendations = recommendations
        self.trials = trials
        self.advice = advice
        self.depth = depth
        self.figures = figures
        self.exposure = exposure
        self.provenance = provenance
    }
}
