import Foundation

/// Lines that must have left the program when the next step begins, also into a pipe or file.
enum StandardOutput {
    static func line(_ text: String) { FileHandle.standardOutput.write(Data((text + "\n").utf8)) }
}
