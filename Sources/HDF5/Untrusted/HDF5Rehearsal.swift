import CRehearsal
import Diagnostics

/// Reads a file in a child process first, so that what would crash this one, hang it or exhaust its memory does not.
///
/// What a file does once, it is taken to do again: a change of the file between the rehearsal and the reading is noticed
/// when it is opened, not later. The child bears no witness to intent; it guards against damage, not against code that
/// behaves differently the second time.
enum HDF5Rehearsal {
    /// - Parameters:
    ///   - descriptor: is open on the file.
    ///   - bytes: the size of the file.
    ///   - identity: of a file on the disk, which is tried once.
    ///   - path: how to call the file in errors.
    ///   - hazards: what becomes of a file that holds what an honest one seldom does.
    /// - Returns: the texts of the attributes.
    /// - Throws: `crashes`, `hangs`, `exhaustsMemory`, `cannotRehearse` or `noHelper`; where hazards are refused, also
    ///   the code of the weightiest one.
    static func require(
        _ descriptor: Int32,
        bytes: Int,
        identity: HDF5FileIdentity?,
        path: String,
        hazards: HDF5Hazards
    ) throws(HDF5Error) -> HDF5RehearsedTexts {
        let entry: HDF5RehearsedFiles.Entry
        if let identity, let known = HDF5RehearsedFiles.shared.entry(of: identity) {
            entry = known
        } else {
            var report = rehearsal_report()
            var limits = HDF5Limits.rehearsal(bytes: bytes)
            var texts = rehearsal_texts()
            let outcome = rehearse_hdf5(descriptor, &limits, &report, &texts)
            defer { rehearsal_texts_give_back(&texts) }
            guard outcome == REHEARSAL_COMPLETE else {
                let object = HDF5Finding.text(report, rehearsal_current, length: Int(REHEARSAL_PATH))
                let place = Location.hdf5(file: path, object: object)
                throw failure(outcome, signal: report.ended_by, objects: report.objects, at: place)
            }
            entry = HDF5RehearsedFiles.Entry(
                finding: HDF5Finding(first: report),
                texts: HDF5RehearsedTexts(texts)
            )
            if let identity { HDF5RehearsedFiles.shared.remember(entry, of: identity) }
        }
        if hazards == .refused, let finding = entry.finding { throw finding.error(in: path) }
        return entry.texts
    }

    /// What a child that did not come to its end says about a file.
    static func failure(
        _ outcome: rehearsal_outcome,
        signal: Int32,
        objects: UInt64,
        at place: Location
    ) -> HDF5Error {
        switch outcome {
        case REHEARSAL_CRASHED:
            let cause = signal == 0 ? nil : "signal \(signal)"
            return HDF5Error(.crashes, at: place, "Reading the file makes the HDF5 library crash.", cause: cause)
        case REHEARSAL_HUNG:
            return HDF5Error(.hangs, at: place, "Reading the file keeps the HDF5 library busy without end.")
        case REHEARSAL_EXHAUSTED:
            return HDF5Error(
                .exhaustsMemory,
                at: place,
                "Reading the file takes far more memory than the \(objects) objects in it should."
            )
        case REHEARSAL_NO_HELPER:
            return HDF5Error(.noHelper, at: place, "The program \(REHEARSAL_HELPER) that tries files is not there.")
        default:
            return HDF5Error(.cannotRehearse, at: place, "No child process can be started to try the file in.")
        }
    }
}
