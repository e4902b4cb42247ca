import LimitModel
import Plotting

extension LimitTableHeader {
    /// What only a table of the paper states.
    package func publication() throws(LimitTableError) -> LimitTable.Publication {
        let (process, citation, look) = (try text("process"), values["citation"], values["look"])
        guard let process, let citation, let look else {
            throw missing([
                process == nil ? ("process", "$e^+e^-\\to\\mu^+\\mu^-Z'$") : nil,
                citation == nil ? ("citation", "BABAR2016") : nil, look == nil ? ("look", "black dotted") : nil,
            ])
        }
        return LimitTable.Publication(
            process: process, sources: try keys(citation), experiment: try text("experiment"), inputs: try inputs(),
            maps: try maps(), order: try order(), look: try self.look(look), assumesLoopMixing: try assumesLoopMixing())
    }

    private func keys(_ value: (text: String, line: Int)) throws(LimitTableError) -> [String] {
        let keys = value.text.split(separator: ",", omittingEmptySubsequences: false).map { trimmed($0) }
        guard keys.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) } }) else {
            throw bad("citation", value.text, value.line, "write keys of the bibliography, separated by commas")
        }
        return keys
    }

    /// `# input: luminosity = $514\,\mathrm{fb}^{-1}$`, in the order of the lines.
    private func inputs() throws(LimitTableError) -> [LimitFacts.Input] {
        var inputs: [LimitFacts.Input] = []
        for (text, line) in lists["input"] ?? [] {
            guard let equals = text.firstIndex(of: "=") else {
                throw bad("input", text, line, "write it like 'curve = averaged in bins of mass'")
            }
            inputs.append(
                LimitFacts.Input(trimmed(text[..<equals]), trimmed(text[text.index(after: equals)...])))
        }
        return inputs
    }

    private func order() throws(LimitTableError) -> Int {
        guard let (text, line) = values["order"] else { return Int.max }
        guard let order = Int(text) else { throw bad("order", text, line, "write a whole number") }
        return order
    }

    private func assumesLoopMixing() throws(LimitTableError) -> Bool {
        guard let (text, line) = values["assumes"] else { return false }
        guard text == "loop mixing" else { throw bad("assumes", text, line, "write 'loop mixing'") }
        return true
    }

    /// `# look: black dotted 1.2 cross`: ink and dash, then a width relative to the figure's lines and a hatch.
    private func look(_ value: (text: String, line: Int)) throws(LimitTableError) -> LimitLook {
        let words = value.text.split(separator: " ").map(String.init)
        guard words.count >= 2, let ink = Ink(rawValue: words[0]), let dash = Dash(rawValue: words[1]) else {
            throw bad(
                "look", value.text, value.line,
                "write an ink (\(Ink.allCases.map(\.rawValue).joined(separator: ", "))) and a dash "
                    + "(\(Dash.allCases.map(\.rawValue).joined(separator: ", ")))")
        }
        var look = LimitLook(ink, dash)
        for word in words.dropFirst(2) {
            if let hatch = Hatch(rawValue: word) {
                look.hatch = hatch
            } else if let width = Double(word), (0.2...5).contains(width) {
                look.width = width
            } else {
                throw bad(
                    "look", word, value.line,
                    "after ink and dash write a width from 0.2 to 5 or a hatch "
                        + "(\(Hatch.allCases.map(\.rawValue).joined(separator: ", ")))")
            }
        }
        return look
    }

    /// `# map: reach above 0.4`: a map, and where the label stands there.
    private func maps() throws(LimitTableError) -> [LimitMap: LabelPlace] {
        var maps: [LimitMap: LabelPlace] = [:]
        for (text, line) in lists["map"] ?? [] {
            var words = text.split(separator: " ").map(String.init)
            guard let map = LimitMap(rawValue: words.removeFirst()) else {
                throw bad(
                    "map", text, line, "begin with one of \(LimitMap.allCases.map(\.rawValue).joined(separator: ", "))")
            }
            guard maps[map] == nil else { throw bad("map", text, line, "name each map once") }
            guard let place = LabelPlace(words) else { throw bad("map", text, line, LabelPlace.remedy) }
            maps[map] = place
        }
        return maps
    }
}
