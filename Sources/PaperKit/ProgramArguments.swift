import ArgumentParser

enum ProgramArguments {
    /// Nothing that paperbuild takes may be empty: an empty folder would be the current one, which `--output "$FOLDER"`
    /// with an unset variable does not mean.
    static func refuseEmpty(_ arguments: [String]) throws(ValidationError) {
        for (index, argument) in arguments.enumerated() {
            let isLong = argument.hasPrefix("--")
            let value =
                isLong ? argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).last : nil
            let shown: String
            if argument.allSatisfy(\.isWhitespace) {
                let before = index > 0 ? arguments[index - 1] : ""
                shown = before.hasPrefix("-") ? "the value of \(before)" : "argument \(index + 1)"
            } else if isLong, argument.contains("="), value?.allSatisfy(\.isWhitespace) == true {
                shown = "the value of \(argument.prefix { $0 != "=" })"
            } else {
                continue
            }
            throw ValidationError(
                "\(shown) is empty, perhaps by a shell variable that is not set; write it out, or leave the option out")
        }
    }
}
