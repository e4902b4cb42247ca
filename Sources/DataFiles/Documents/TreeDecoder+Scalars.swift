import Units

/// Numbers, texts and truth values, each as the type asks for it: a word of YAML without quotation marks is what is asked
/// for, if it is that for every reader.
extension TreeDecoder {
    func text() throws(DataFileError) -> String {
        switch tree.kind {
        case .text(let text): return text
        case .plain(let text) where !isNull: return text
        case .number, .bool: throw error("is \(tree.whatItIs)", "give a text, in quotation marks")
        default: throw error("is \(isNull ? "null" : tree.whatItIs)", "give a text")
        }
    }

    func bool() throws(DataFileError) -> Bool {
        switch tree.kind {
        case .bool(let value): return value
        case .plain("true"), .plain("True"), .plain("TRUE"): return true
        case .plain("false"), .plain("False"), .plain("FALSE"): return false
        case .plain(let text) where ["yes", "no", "on", "off", "y", "n"].contains(text.lowercased()):
            throw error(
                "is '\(text)', a truth value for some readers of YAML and a text for others", "write true or false")
        default: throw error("is \(tree.whatItIs)", "give true or false")
        }
    }

    func number() throws(DataFileError) -> Double {
        let text = try digits()
        let bytes = Array(text.utf8)
        if let value = DecimalText.value(bytes, 0..<bytes.count, power: 0) { return value }
        guard bytes.count >= 60, let value = Double(text), value.isFinite else {
            throw error(
                "is \(text), larger or closer to zero than numbers can be", "write one between 1e-300 and 1e300")
        }
        return value
    }

    func float() throws(DataFileError) -> Float {
        let value = try number()
        let single = Float(value)
        guard single.isFinite, single != 0 || value == 0 else {
            throw error("is \(value), beyond the numbers of single precision", "read it as a Double")
        }
        return single
    }

    func whole<Whole: FixedWidthInteger>(_ type: Whole.Type) throws(DataFileError) -> Whole {
        let text = try digits()
        if let value = Whole(text) { return value }
        guard let value = Double(text), value.rounded() == value else {
            throw error("is the number \(text)", "give a whole number")
        }
        // A number such as 1e3 or 2.0; from here on doubles lack whole numbers.
        guard value.magnitude <= 0x1p53, let whole = Whole(exactly: value) else {
            throw error("is \(text), beyond the numbers of \(type)", "give one from \(Whole.min) to \(Whole.max)")
        }
        return whole
    }

    /// The digits of a decimal number.
    private func digits() throws(DataFileError) -> String {
        switch tree.kind {
        case .number(let text): return text
        case .text(let text) where Double(text) != nil:
            throw error("is \(tree.whatItIs)", "write the number without quotation marks")
        case .plain(let text) where !isNull: return try digits(ofPlain: text)
        default: throw error("is \(isNull ? "null" : tree.whatItIs)", "give a number")
        }
    }

    private func digits(ofPlain text: String) throws(DataFileError) -> String {
        let lowered = text.lowercased()
        let unsigned = lowered.drop { $0 == "+" || $0 == "-" }
        if [".nan", ".inf", "nan", "inf", "infinity"].contains(String(unsigned)) {
            throw error("is \(text)", "give a finite number; write null where there is none, and make it optional")
        }
        if unsigned.count > 1, unsigned.first == "0", unsigned.dropFirst().allSatisfy(\.isNumber) {
            throw error(
                "is \(text), to base 8 for some readers of YAML and to base 10 for others", "write no zero before it")
        }
        if ["0x", "0o", "0b"].contains(where: unsigned.hasPrefix) {
            throw error("is \(text), a number to another base", "write decimal digits")
        }
        if text.contains("_"), Double(text.replacing("_", with: "")) != nil {
            throw error(
                "is \(text), a number for some readers of YAML and a text for others",
                "write \(text.replacing("_", with: ""))")
        }
        if text.contains(":"), text.split(separator: ":").allSatisfy({ Double($0) != nil }) {
            throw error(
                "is \(text), a number to base 60 for some readers of YAML and a text for others", "write decimal digits"
            )
        }
        guard unsigned.first?.isASCII == true, unsigned.first?.isNumber == true || unsigned.first == ".",
            unsigned.allSatisfy({ $0.isASCII && ($0.isNumber || ".e+-".contains($0)) }), Double(text) != nil
        else { throw error("is '\(text)'", "give a number, without a unit") }
        return text
    }
}
