/// The ticks of an axis in data units, with labels in the TeX subset.
struct Ticks: Hashable, Sendable {
    struct Major: Hashable, Sendable {
        var value: Double
        var label: String
    }

    var major: [Major]
    var minor: [Double]
    /// What has to be done to the labels to get the values, such as `$\times 10^{-9} + 91.1876$`: where the numbers of
    /// a narrow range would differ only in their last digits.
    var offset: String?

    /// - Parameter limit: the most labels that may be shown; one more on a symmetric logarithmic axis through zero.
    static func make(_ axis: Axis, limit: Int) -> Ticks {
        if let chosen = axis.ticks { return explicit(axis, chosen) }
        switch axis.scale {
        case .linear: return linear(axis, limit: limit)
        case .log: return log(axis, limit: limit)
        case .symlog: return symlog(axis, limit: limit)
        }
    }

    /// As many labels as fit, no more than `limit`.
    ///
    /// - Parameter isFitting: whether the labels stand apart on the page.
    static func fitting(_ axis: Axis, limit: Int, _ isFitting: (Ticks) throws -> Bool) rethrows -> Ticks {
        var limit = limit
        var ticks = make(axis, limit: limit)
        while try !isFitting(ticks), limit > 1, axis.ticks == nil {
            limit -= 1
            ticks = make(axis, limit: limit)
        }
        return ticks
    }

    private static func explicit(_ axis: Axis, _ values: [Double]) -> Ticks {
        let automatic =
            switch axis.scale {
            case .linear: linear(axis, limit: 8)
            case .log: log(axis, limit: 100)
            case .symlog: symlog(axis, limit: 100)
            }
        let taken = Set(values)
        let others = (automatic.minor + automatic.major.map(\.value)).filter { !taken.contains($0) }.sorted()
        let major = values.map { value in
            Major(value: value, label: axis.scale == .linear ? plain(value) : signedLogLabel(value))
        }
        return Ticks(major: major, minor: axis.scale == .linear ? [] : others)
    }

    /// `multiple × 10^exponent`, rounded once: dividing by a power of ten is more exact than multiplying by its inverse.
    static func scaled(_ multiple: Double, _ exponent: Int) -> Double {
        // In two steps where the power itself is out of range.
        if exponent < -300 { return multiple / Trigonometry.pow10(300) / Trigonometry.pow10(-exponent - 300) }
        return exponent < 0 ? multiple / Trigonometry.pow10(-exponent) : multiple * Trigonometry.pow10(exponent)
    }

    // MARK: Numbers

    /// Decimal digits without Foundation or locale.
    static func fixed(_ value: Double, decimals: Int) -> String {
        let scale = Trigonometry.pow10(min(decimals, 300))
        let scaled = (value.magnitude * scale).rounded()
        guard scaled < 9e15, decimals < 16 else { return plain(value) }
        let whole = Int(saturating: scaled)
        let unit = Int(saturating: scale)
        var text = String(whole / unit)
        if decimals > 0 {
            let fraction = String(whole % unit)
            text += "." + String(repeating: "0", count: decimals - fraction.count) + fraction
        }
        return value < 0 && whole != 0 ? "$-\(text)$" : text
    }

    /// Shortest digits, without a trailing `.0`.
    static func plain(_ value: Double) -> String {
        if value == value.rounded(), value.magnitude < 1e15 {
            return value < 0 ? "$-\(Int(saturating: -value))$" : String(Int(saturating: value))
        }
        return value < 0 ? "$-\(-value)$" : "\(value)"
    }
}

extension String {
    /// Takes the dollar signs off a negative number that goes into a formula.
    var withoutDollars: String { hasPrefix("$") ? String(dropFirst().dropLast()) : self }
}
