// Ticks of logarithmic and of symmetric logarithmic axes.
extension Ticks {
    static func log(_ axis: Axis, limit: Int) -> Ticks {
        let low = Int(saturating: (Trigonometry.log10(axis.lower) - 1e-9).rounded(.up))
        let high = Int(saturating: (Trigonometry.log10(axis.upper) + 1e-9).rounded(.down))
        let decades = low <= high ? Array(low...high) : []
        func within(_ value: Double) -> Bool {
            value >= axis.lower * (1 - 1e-9) && value <= axis.upper * (1 + 1e-9)
        }
        func inside(_ value: Double) -> Double { min(max(value, axis.lower), axis.upper) }
        if decades.count < 2 { return shortLog(axis, low - 1...high + 1, limit: limit) }
        let step = decadeStep(decades, limit: limit)
        let labelled = decades.filter { ($0 - step.first) % step.stride == 0 }
        let isPlain = labelled.allSatisfy { (-1...3).contains($0) }
        let major = labelled.map { exponent in
            Major(
                value: inside(scaled(1, exponent)), label: isPlain ? plain(scaled(1, exponent)) : powerLabel(exponent))
        }
        let minor =
            step.stride == 1
            ? (low - 1...high).flatMap { decade in (2...9).map { scaled(Double($0), decade) } }.filter(within)
            : decades.filter { ($0 - step.first) % step.stride != 0 && ($0 - step.first) % step.minor == 0 }
                .map { scaled(1, $0) }
        return Ticks(major: major, minor: minor)
    }

    /// Less than two powers of ten: labels some multiples as well; below a factor 3, counts as on a linear axis.
    private static func shortLog(_ axis: Axis, _ decades: ClosedRange<Int>, limit: Int) -> Ticks {
        var line = axis
        line.scale = .linear
        if axis.upper / axis.lower < 3 { return linear(line, limit: limit) }
        func multiples(_ digits: [Int]) -> [Double] {
            let all: [Double] = decades.flatMap { decade in digits.map { scaled(Double($0), decade) } }
            return all.filter { $0 >= axis.lower * (1 - 1e-9) && $0 <= axis.upper * (1 + 1e-9) }
                .map { min(max($0, axis.lower), axis.upper) }
        }
        let first = axis.upper / axis.lower < 12 ? [1, 2, 3, 5] : [1, 2, 5]
        let choices = [first, [1, 2, 5], [1, 3], [1]].map(multiples)
        guard let labelled = choices.first(where: { $0.count >= 2 && $0.count <= limit }) else {
            return linear(line, limit: limit)
        }
        let taken = Set(labelled)
        return Ticks(
            major: labelled.map { Major(value: $0, label: logLabel($0)) },
            minor: multiples(Array(1...9)).filter { !taken.contains($0) })
    }

    /// How many decades apart labels and minor ticks stand, and a decade with a label.
    private static func decadeStep(_ decades: [Int], limit: Int) -> (stride: Int, minor: Int, first: Int) {
        for stride in [1, 2, 3, 4, 5, 6, 8, 10, 20, 30, 40, 50, 100, 200, 300] {
            let round = decades.count { $0 % stride == 0 }
            let any = (decades.count + stride - 1) / stride
            guard min(round, any) <= max(limit, 1), round <= max(limit, 2) else { continue }
            let minor = (1...stride).first { stride % $0 == 0 && decades.count / $0 <= 60 } ?? stride
            // Round exponents, unless they leave fewer than two labels.
            let first = round >= 2 || stride == 1 ? 0 : decades[0]
            return (stride, minor, first)
        }
        return (600, 600, decades[0])
    }

    /// Zero, and powers of ten on both sides from the threshold on.
    static func symlog(_ axis: Axis, limit: Int) -> Ticks {
        let threshold = axis.linearThreshold ?? 1
        // On one side of the linear part the axis is an ordinary logarithmic one.
        if axis.lower >= threshold {
            var positive = axis
            positive.scale = .log
            return log(positive, limit: limit)
        }
        if axis.upper <= -threshold {
            let mirrored = Axis(.log, label: "", from: -axis.upper, to: -axis.lower)
            let ticks = log(mirrored, limit: limit)
            return Ticks(
                major: ticks.major.reversed().map { Major(value: -$0.value, label: negated($0.label)) },
                minor: ticks.minor.reversed().map { -$0 }, offset: ticks.offset.map(mirroredOffset))
        }
        func within(_ value: Double) -> Bool { value >= axis.lower && value <= axis.upper }
        let lowest = Int(saturating: (Trigonometry.log10(threshold) - 1e-9).rounded(.up))
        let reach = max(axis.lower.magnitude, axis.upper.magnitude)
        let highest = max(lowest, Int(saturating: (Trigonometry.log10(reach) + 1e-9).rounded(.down)))
        let hasZero = within(0)
        for stride in [1, 2, 3, 4, 5, 6, 8, 10, 20, 30, 40, 50, 100, 200, 300] {
            let exponents = Swift.stride(from: lowest + stride - 1, through: highest, by: stride)
            let above = exponents.filter { within(scaled(1, $0)) }
            let below = exponents.filter { within(-scaled(1, $0)) }
            let count = above.count + below.count + (hasZero ? 1 : 0)
            guard count >= 2 else { break }
            guard count <= limit else { continue }
            let isPlain = (above + below).allSatisfy { (-1...3).contains($0) }
            func label(_ exponent: Int) -> String { isPlain ? plain(scaled(1, exponent)) : powerLabel(exponent) }
            let major =
                below.reversed().map { Major(value: -scaled(1, $0), label: negated(label($0))) }
                + (hasZero ? [Major(value: 0, label: "0")] : [])
                + above.map { Major(value: scaled(1, $0), label: label($0)) }
            let sizes = stride == 1 ? minorSizes(threshold, highest) : (lowest...highest).map { scaled(1, $0) }
            let taken = Set(major.map(\.value))
            let mirrored: [Double] = sizes.reversed().map { -$0 }
            let minor = (mirrored + sizes).filter { within($0) && !taken.contains($0) }
            return Ticks(major: major, minor: minor.count > 200 ? [] : minor)
        }
        var line = axis
        line.scale = .linear
        return linear(line, limit: limit)
    }

    /// Magnitudes of the minor ticks: even steps up to the threshold, then the multiples of powers of ten.
    private static func minorSizes(_ threshold: Double, _ highest: Int) -> [Double] {
        let decade = Int(saturating: (Trigonometry.log10(threshold) + 1e-9).rounded(.down))
        let leading = threshold / scaled(1, decade)
        let step: (Int, Int) = leading < 2 ? (2, decade - 1) : leading < 5 ? (5, decade - 1) : (1, decade)
        let inner = (1...10).map { scaled(Double($0 * step.0), step.1) }.filter { $0 < threshold * (1 - 1e-9) }
        let outer = (decade...max(decade, highest)).flatMap { decade in (1...9).map { scaled(Double($0), decade) } }
            .filter { $0 >= threshold * (1 - 1e-9) }
        return inner + outer
    }

    // MARK: Labels

    private static func powerLabel(_ exponent: Int) -> String {
        switch exponent {
        case 0: "1"
        case 1: "10"
        default: "$10^{\(exponent)}$"
        }
    }

    private static func negated(_ label: String) -> String { "$-\(label.withoutDollars)$" }

    /// The offset of the mirrored values: only the sign of its last summand differs.
    private static func mirroredOffset(_ text: String) -> String {
        text.contains("+") ? text.replacing("+", with: "-") : text
    }

    /// A single digit times a power of ten, or the plain number where it is short.
    private static func logLabel(_ value: Double) -> String {
        if value >= 0.01, value < 9999.5 { return plain(value) }
        let exponent = Int(saturating: (Trigonometry.log10(value) + 1e-9).rounded(.down))
        let digit = scaled(value, -exponent)
        if (digit - 1).magnitude < 1e-9 { return powerLabel(exponent) }
        return "$\(plain((digit * 1e6).rounded() / 1e6))\\times 10^{\(exponent)}$"
    }

    static func signedLogLabel(_ value: Double) -> String {
        value == 0 ? "0" : value < 0 ? negated(logLabel(-value)) : logLabel(value)
    }
}
