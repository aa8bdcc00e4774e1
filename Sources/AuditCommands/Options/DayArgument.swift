import ArgumentParser
import Policies

extension CalendarDay: ExpressibleByArgument {
    /// `YYYY-MM-DD`.
    public init?(argument: String) { self.init(argument) }
}
