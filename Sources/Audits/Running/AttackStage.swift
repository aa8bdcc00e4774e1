import Attacks
import AuditCore
import Dispatch
import ShadowModels
import Tensors

/// Runs every attack on every farm.
enum AttackStage {
    private struct Job {
        let attack: any Attack.Type
        let approach: Approach
        let size: Int
        let turn: Int
        let queries: Answers
        let shadows: [ShadowAnswers]
        var references: ReferenceSignals?
        var observed: ObservedModels?
        var subjects: SubjectGroups?
        /// Whether it is repeated with fresh shadow data.
        var hasRepeats = false

        /// What its repeats have in common.
        var repeated: String { "\(attack.descriptor.id)/\(approach.rawValue)/\(size)" }
    }

    /// Attacks the source model with each farm of shadow models, and the target models with theirs.
    static func run(
        _ session: Session,
        _ materials: Materials,
        _ source: SourceStage,
        _ shadows: ShadowStage,
        _ targets: TargetStage,
        _ observations: ObservationStage
    ) throws -> ScoreBook {
        let queries = source.members.appending(source.nonMembers)
        let subjects = materials.subjectGroups
        let jobs = jobs(session, source, queries, shadows, targets, observations, subjects)
        let records = jobs.reduce(1.0) { $0 + weight($1) }
        let runs = try session.stage("Attacking") { done in
            try jobs.map { job in
                let run = try attack(job, session, materials, members: source.members.count)
                done(weight(job) / records)
                return run
            }
        }
        return ScoreBook(
            members: source.members.count,
            labels: queries.labels,
            classes: materials.source.classes,
            subjects: materials.auditedSubjects,
            source: queries,
            target: targets.answers,
            runs: runs
        )
    }

    private static func weight(_ job: Job) -> Double {
        Double(job.shadows.reduce(1) { $0 + $1.members.count } + (job.references?.attacked.count ?? 0))
    }

    private static func jobs(
        _ session: Session,
        _ source: SourceStage,
        _ queries: Answers,
        _ shadows: ShadowStage,
        _ targets: TargetStage,
        _ observations: ObservationStage,
        _ subjects: SubjectGroups?
    ) -> [Job] {
        let asked = Set(AuditAttacks.asked(session.manifest).map(\.id))
        let references = ReferenceJobs(session, source, queries, shadows)
        var jobs = [Job(attack: Gap.self, approach: .none, size: 0, turn: 1, queries: queries, shadows: [])]
        for attack in AttackCatalog.all where attack.descriptor.population == .source {
            let descriptor = attack.descriptor
            if descriptor.access.contains(.targetScores) {
                let isOfSubjects = attack is any SubjectAttack.Type
                guard !isOfSubjects || subjects != nil else { continue }
                for farm in targets.farms {
                    guard let answers = targets.answers[farm.approach] else { continue }
                    var job = job(attack, farm, answers)
                    if isOfSubjects { job.subjects = subjects }
                    jobs.append(job)
                }
            } else if asked.contains(descriptor.id), let kind = descriptor.observation {
                guard let observed = observations.observed[kind] else { continue }
                jobs.append(
                    Job(
                        attack: attack,
                        approach: .baseline,
                        size: observations.size,
                        turn: 1,
                        queries: queries,
                        shadows: [],
                        observed: observed
                    )
                )
            } else if asked.contains(descriptor.id), descriptor.calibration == .perRecord {
                jobs += references.of(descriptor).map { reference in
                    Job(
                        attack: attack,
                        approach: reference.approach,
                        size: reference.size,
                        turn: 1,
                        queries: queries,
                        shadows: [],
                        references: reference.signals
                    )
                }
            } else if asked.contains(descriptor.id) {
                jobs += shadows.farms.map { job(attack, $0.farm, queries) }
            }
        }
        let again = Set(jobs.filter { $0.turn > 1 }.map(\.repeated))
        for index in jobs.indices { jobs[index].hasRepeats = again.contains(jobs[index].repeated) }
        return jobs
    }

    private static func job(_ attack: any Attack.Type, _ farm: ShadowFarm, _ queries: Answers) -> Job {
        Job(
            attack: attack,
            approach: farm.approach,
            size: farm.size,
            turn: farm.repeatIndex + 1,
            queries: queries,
            shadows: farm.models
        )
    }

    private static func attack(
        _ job: Job,
        _ session: Session,
        _ materials: Materials,
        members: Int
    ) throws -> AttackRun {
        let descriptor = job.attack.descriptor
        let input = AttackInput(
            queries: job.queries,
            shadows: job.shadows,
            references: job.references,
            observed: job.observed,
            subjects: job.subjects,
            classes: materials.source.classes,
            seed: seed(session, descriptor.id, job.approach, job.size, job.turn),
            device: session.device,
            threads: session.threads,
            cancellation: session.cancellation
        )
        return try run(
            job.attack,
            input,
            members: members,
            approach: job.approach,
            size: job.size,
            turn: job.turn,
            hasRepeats: job.hasRepeats,
            session
        )
    }

    /// Decides what an attack draws.
    static func seed(_ session: Session, _ attack: String, _ approach: Approach, _ size: Int, _ turn: Int) -> Seed {
        session.seed.derived("attack-\(attack)-\(approach.rawValue)", size).derived("repeat", turn)
    }

    /// Runs one attack with the manifest's parameters and takes its time; the first of its repeats also with other seeds, and
    /// without parts of the shadow models, whose time is not the adversary's.
    ///
    /// - Parameters:
    ///   - members: how many of the queries are members; they stand first.
    ///   - hasRepeats: whether it is repeated with fresh shadow data.
    static func run(
        _ attack: any Attack.Type,
        _ input: AttackInput,
        members: Int,
        approach: Approach,
        size: Int,
        turn: Int,
        hasRepeats: Bool = false,
        _ session: Session
    ) throws -> AttackRun {
        let start = DispatchTime.now().uptimeNanoseconds
        let scores = try scores(attack, input, session)
        let seconds = Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9
        let retrainings = session.manifest.adversary.retrainings
        let isTried = retrainings > 0 && turn == 1 && approach != .none
        return AttackRun(
            attack: attack.descriptor.id,
            approach: approach,
            size: size,
            turn: turn,
            scores: scores,
            coreSeconds: seconds * Double(session.threads),
            variants: isTried
                ? try .of(
                    attack,
                    input,
                    members: members,
                    hasRepeats: hasRepeats,
                    retrainings: retrainings,
                    parameters: parameters(session)
                ) : nil
        )
    }

    private static func parameters(_ session: Session) -> AttackParameters {
        let recipe = session.manifest.adversary.attackTraining
        return AttackParameters(
            epochs: recipe.epochs,
            batchSize: recipe.batchSize,
            learningRate: recipe.learningRate,
            weightDecay: recipe.weightDecay,
            scoring: session.manifest.adversary.scoring
        )
    }

    private static func scores(_ attack: any Attack.Type, _ input: AttackInput, _ session: Session) throws
        -> AttackScores
    {
        let scores = try attack.init(parameters: parameters(session)).scores(input)
        guard scores.scores.count == input.queries.count, scores.decisions.count == input.queries.count,
            !scores.scores.contains(where: \.isNaN)
        else {
            throw AttackError(
                .trainingFailed,
                "'\(attack.descriptor.id)' gave no score for some records",
                remedy: "Lower adversary.attackTraining.learningRate in the manifest."
            )
        }
        return scores
    }
}
