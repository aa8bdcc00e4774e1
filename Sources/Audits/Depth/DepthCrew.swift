/// How an audit's threads are shared out among independent jobs.
struct DepthCrew {
    /// How many jobs run at once; one at a time on a GPU.
    let jobs: Int
    /// The threads of each.
    let threadsEach: Int

    init(_ session: Session, jobs: Int) {
        self.jobs = session.device == .cpu ? max(1, min(session.threads, jobs)) : 1
        threadsEach = max(1, session.threads / self.jobs)
    }
}
