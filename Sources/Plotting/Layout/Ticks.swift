/// The ticks of an axis in data units, with labels in the TeX subset.
struct Ticks: Hashable, Sendable {
    struct Major: Hashable, Sendable {
        var value: Double
        var label: String
    }

    var major: [Major]
    var minor: [Double]

    /// - Parameter limit: the most labels that may be shown.
    static func make(_ axis: Axis, limit: Int) -> Ticks {
        if let chosen = axis.ticks { return explicit(axis, chosen) }
        return axis.scale == .log ? log(axis, limit: limit) : linear(axis, limit: limit)
    }

    private static func explicit(_ axis: Axis, _ values: [Double]) -> Ticks {
        let automatic = axis.scale == .log ? log(axis, limit: 100) : linear(axis, limit: 8)
        let taken = Set(values)
        let others = (automatic.minor + automatic.major.map(\.value)).filter { !taken.contains($0) }.sorted()
        let major = values.map { Major(value: $0, label: axis.scale == .log ? logLabel($0) : plain($0)) }
        return Ticks(major: major, minor: axis.scale == .log ? others : [])
    }

    // MARK: Linear

    /// Steps of 1, 2 or 5 times a power of ten: the finest that gives no more than `limit` labels.
    static func linear(_ axis: Axis, limit: Int) -> Ticks {
        let span = axis.upper - axis.lower
        let raw = span / Double(max(limit - 1, 1))
        var exponent = Int(Trigonometry.log10(raw).rounded(.down)) - 1
        var multiples = [1, 2, 5].makeIterator()
        var multiple = multiples.next() ?? 1
        func count(_ multiple: Int, _ exponent: Int) -> Int {
            let step = scaled(multiple, exponent)
            let first = (axis.lower / step - 1e-9).rounded(.up)
            let last = (axis.upper / step + 1e-9).rounded(.down)
            return Int(max(last - first + 1, 0))
        }
        while count(multiple, exponent) > max(limit, 1) {
            if let next = multiples.next() {
                multiple = next
            } else {
                multiples = [1, 2, 5].makeIterator()
                multiple = multiples.next() ?? 1
                exponent += 1
            }
        }
        let majors = positions(axis, multiple, exponent)
        let (minorMultiple, minorExponent) =
            switch multiple {
            case 1: (2, exponent - 1)
            case 2: (5, exponent - 1)
            default: (1, exponent)
            }
        let taken = Set(majors)
        let minors = positions(axis, minorMultiple, minorExponent).filter { !taken.contains($0) }
        return Ticks(major: linearLabels(majors, multiple: multiple, exponent: exponent), minor: minors)
    }

    /// `multiple × 10^exponent`, rounded once: dividing by a power of ten is more exact than multiplying by its inverse.
    private static func scaled(_ multiple: Int, _ exponent: Int) -> Double {
        exponent < 0
            ? Double(multiple) / Trigonometry.pow10(-exponent) : Double(multiple) * Trigonometry.pow10(exponent)
    }

    private static func positions(_ axis: Axis, _ multiple: Int, _ exponent: Int) -> [Double] {
        let step = scaled(multiple, exponent)
        let first = (axis.lower / step - 1e-9).rounded(.up)
        let last = (axis.upper / step + 1e-9).rounded(.down)
        guard last >= first, last - first < 10_000 else { return [] }
        return stride(from: first, through: last, by: 1).map { index in
            let whole = index * Double(multiple)
            let value = exponent < 0 ? whole / Trigonometry.pow10(-exponent) : whole * Trigonometry.pow10(exponent)
            return value + 0
        }
    }

    private static func linearLabels(_ values: [Double], multiple: Int, exponent: Int) -> [Major] {
        let largest = values.map(\.magnitude).max() ?? 0
        guard largest >= 1e5 || (exponent < -4 && largest > 0) else {
            return values.map { Major(value: $0, label: fixed($0, decimals: max(0, -exponent))) }
        }
        let power = Int(Trigonometry.log10(largest * (1 + 1e-12)).rounded(.down))
        return values.map { value in
            if value == 0 { return Major(value: value, label: "0") }
            let mantissa = power < 0 ? value * Trigonometry.pow10(-power) : value / Trigonometry.pow10(power)
            let digits = fixed(mantissa, decimals: max(0, power - exponent))
            return Major(value: value, label: "$\(digits.replacingMinus)\\times 10^{\(power)}$")
        }
    }

    /// Decimal digits without Foundation or locale.
    static func fixed(_ value: Double, decimals: Int) -> String {
        let scale = Trigonometry.pow10(decimals)
        let scaled = (value.magnitude * scale).rounded()
        guard scaled < 9e15 else { return plain(value) }
        let whole = Int(scaled)
        let unit = Int(scale)
        var text = String(whole / unit)
        if decimals > 0 {
            let fraction = String(whole % unit)
            text += "." + String(repeating: "0", count: decimals - fraction.count) + fraction
        }
        return value < 0 && whole != 0 ? "$-\(text)$" : text
    }

    // MARK: Logarithmic

    static func log(_ axis: Axis, limit: Int) -> Ticks {
        let low = Int((Trigonometry.log10(axis.lower) - 1e-9).rounded(.up))
        let high = Int((Trigonometry.log10(axis.upper) + 1e-9).rounded(.down))
        let decades = low <= high ? Array(low...high) : []
        func within(_ value: Double) -> Bool {
            value >= axis.lower * (1 - 1e-9) && value <= axis.upper * (1 + 1e-9)
        }
        if decades.count < 2 {
            // Less than two powers of ten: label some multiples as well; below a factor 3, count as on a linear axis.
            if axis.upper / axis.lower < 3 { return linear(axis, limit: limit) }
            let all = (low - 1...high + 1).flatMap { decade in (1...9).map { multiple(Double($0), decade) } }
                .filter(within)
            let preferred: [Double] = axis.upper / axis.lower < 12 ? [1, 2, 3, 5] : [1, 2, 5]
            let labelled = (low - 1...high + 1).flatMap { decade in preferred.map { multiple($0, decade) } }
                .filter(within)
            let taken = Set(labelled)
            return Ticks(
                major: labelled.map { Major(value: $0, label: logLabel($0)) }, minor: all.filter { !taken.contains($0) }
            )
        }
        var stride = 1
        while decades.count(where: { $0 % stride == 0 }) > max(limit, 2) { stride += 1 }
        let labelled = decades.filter { $0 % stride == 0 }
        let isPlain = labelled.allSatisfy { (-1...3).contains($0) }
        let major = labelled.map { exponent in
            Major(
                value: multiple(1, exponent),
                label: isPlain ? plain(multiple(1, exponent)) : powerLabel(exponent))
        }
        let minor =
            stride == 1
            ? (low - 1...high).flatMap { decade in (2...9).map { multiple(Double($0), decade) } }.filter(within)
            : decades.filter { $0 % stride != 0 }.map { multiple(1, $0) }
        return Ticks(major: major, minor: minor)
    }

    private static func multiple(_ digit: Double, _ exponent: Int) -> Double {
        exponent < 0 ? digit / Trigonometry.pow10(-exponent) : digit * Trigonometry.pow10(exponent)
    }

    private static func powerLabel(_ exponent: Int) -> String {
        switch exponent {
        case 0: "1"
        case 1: "10"
        default: "$10^{\(exponent)}$"
        }
    }

    /// A single digit times a power of ten, or the plain number where it is short.
    private static func logLabel(_ value: Double) -> String {
        if value >= 0.01, value < 9999.5 { return plain(value) }
        let exponent = Int((Trigonometry.log10(value) + 1e-9).rounded(.down))
        let digit = value / Trigonometry.pow10(exponent)
        if (digit - 1).magnitude < 1e-9 { return powerLabel(exponent) }
        return "$\(plain((digit * 1e6).rounded() / 1e6))\\times 10^{\(exponent)}$"
    }

    /// Shortest digits, without a trailing `.0`.
    static func plain(_ value: Double) -> String {
        if value == value.rounded(), value.magnitude < 1e15 {
            return value < 0 ? "$-\(Int(-value))$" : String(Int(value))
        }
        return value < 0 ? "$-\(-value)$" : "\(value)"
    }
}

extension String {
    /// Takes the dollar signs off a negative number that goes into a formula.
    fileprivate var replacingMinus: String { hasPrefix("$") ? String(dropFirst().dropLast()) : self }
}
