// Ticks of linear axes.
extension Ticks {
    /// Steps of 1, 2 or 5 times a power of ten: the finest that gives no more than `limit` labels. Where that would be one
    /// label, which tells no scale, and two are allowed: the next finer step, with a label at every second, third or
    /// fourth multiple.
    static func linear(_ axis: Axis, limit: Int) -> Ticks {
        let span = axis.upper - axis.lower
        let raw = span / Double(max(limit - 1, 1))
        var exponent = Int(saturating: Trigonometry.log10(raw).rounded(.down)) - 1
        var multiples = [1, 2, 5].makeIterator()
        var multiple = multiples.next() ?? 1
        var finer: (multiple: Int, exponent: Int)?
        while count(axis, multiple, exponent) > max(limit, 1) {
            finer = (multiple, exponent)
            if let next = multiples.next() {
                multiple = next
            } else {
                multiples = [1, 2, 5].makeIterator()
                multiple = multiples.next() ?? 1
                exponent += 1
            }
        }
        var majors = positions(axis, multiple, exponent)
        if majors.count < 2, limit >= 2, let finer {
            (multiple, exponent) = finer
            let all = positions(axis, multiple, exponent)
            let stride = (all.count + limit - 3) / (limit - 1)
            majors = all.indices.filter { $0 % max(stride, 1) == 0 }.map { all[$0] }
        }
        let (minorMultiple, minorExponent) =
            switch multiple {
            case 1: (2, exponent - 1)
            case 2: (5, exponent - 1)
            default: (1, exponent)
            }
        let taken = Set(majors.map(\.value))
        let minors = positions(axis, minorMultiple, minorExponent).map(\.value).filter { !taken.contains($0) }
        var ticks = Ticks(major: [], minor: minors)
        if let offset = Offset(axis) {
            (ticks.major, ticks.offset) = offset.labels(majors, multiple: multiple, exponent: exponent)
        } else {
            ticks.major = labels(majors.map(\.value), exponent: exponent)
        }
        return ticks
    }

    /// The first and the last multiple of the step inside the range.
    private static func indices(_ axis: Axis, _ multiple: Int, _ exponent: Int) -> (first: Double, last: Double) {
        let step = scaled(Double(multiple), exponent)
        // Slack for the rounding of the ends, so that round ends have their ticks.
        func slack(_ index: Double) -> Double { max(1e-9, index.magnitude * 1e-15) }
        let low = axis.lower / step
        let high = axis.upper / step
        return ((low - slack(low)).rounded(.up), (high + slack(high)).rounded(.down))
    }

    private static func count(_ axis: Axis, _ multiple: Int, _ exponent: Int) -> Int {
        let (first, last) = indices(axis, multiple, exponent)
        return last - first < 1e6 ? Int(saturating: max(last - first + 1, 0)) : Int.max
    }

    /// Multiples of the step inside the range, with the multiple itself; rounding is mended at the ends.
    private static func positions(_ axis: Axis, _ multiple: Int, _ exponent: Int) -> [(index: Double, value: Double)] {
        let (first, last) = indices(axis, multiple, exponent)
        guard last >= first, last - first < 10_000 else { return [] }
        return stride(from: first, through: last, by: 1).map { index in
            let value = scaled(index * Double(multiple), exponent)
            return (index, min(max(value, axis.lower), axis.upper) + 0)
        }
    }

    private static func labels(_ values: [Double], exponent: Int) -> [Major] {
        let largest = values.map(\.magnitude).max() ?? 0
        guard largest >= 1e5 || (exponent < -4 && largest > 0) else {
            return values.map { Major(value: $0, label: fixed($0, decimals: max(0, -exponent))) }
        }
        let power = Int(saturating: Trigonometry.log10(largest * (1 + 1e-12)).rounded(.down))
        return values.map { value in
            if value == 0 { return Major(value: value, label: "0") }
            let digits = fixed(scaled(value, -power), decimals: max(0, power - exponent))
            return Major(value: value, label: "$\(digits.withoutDollars)\\times 10^{\(power)}$")
        }
    }

    /// A round number close to all values of a narrow range, from which labels count.
    struct Offset: Hashable, Sendable {
        /// The number is `whole × 10^exponent`.
        private let whole: Int
        private let exponent: Int

        /// `nil` where labels can show the values in full. A range so narrow is counted linearly on every scale.
        init?(_ axis: Axis) {
            let span = axis.upper - axis.lower
            let largest = max(axis.lower.magnitude, axis.upper.magnitude)
            guard axis.ticks == nil, (axis.lower >= 0) == (axis.upper >= 0),
                largest >= 1e5 * span
            else { return nil }
            exponent = Int(saturating: Trigonometry.log10(span).rounded(.down))
            // The end that is closer to zero: what is added to the number has its sign.
            let end = axis.lower >= 0 ? axis.lower : axis.upper
            let wholes = Ticks.scaled(end, -exponent).rounded(.towardZero)
            guard wholes.magnitude < 1e15, wholes != 0 else { return nil }
            whole = Int(saturating: wholes)
        }

        func labels(
            _ majors: [(index: Double, value: Double)], multiple: Int, exponent step: Int
        ) -> (labels: [Major], text: String) {
            let factor = Trigonometry.pow10(exponent - step).rounded()
            // Exact: whole multiples of the step's power of ten.
            let rests = majors.map { $0.index * Double(multiple) - Double(whole) * factor }
            let largest = rests.map(\.magnitude).max() ?? 0
            let power = largest > 0 ? Int(saturating: (Trigonometry.log10(largest) + 1e-12).rounded(.down)) + step : 0
            let shown = (-3...3).contains(power) ? 0 : power
            let labels = zip(majors, rests).map { major, rest in
                Major(
                    value: major.value,
                    label: Ticks.fixed(Ticks.scaled(rest, step - shown), decimals: max(0, shown - step)))
            }
            let scale = shown == 0 ? "" : "\\times 10^{\(shown)}"
            return (labels, "$\(scale)\(whole < 0 ? "-" : "+")\(number)$")
        }

        /// The number's magnitude with all its digits.
        private var number: String {
            var digits = String(whole.magnitude)
            var places = exponent
            while digits.count > 1, digits.hasSuffix("0") {
                digits.removeLast()
                places += 1
            }
            let power = digits.count - 1 + places
            if places >= 0, power < 6 { return digits + String(repeating: "0", count: places) }
            if places < 0, (0..<6).contains(power) { return "\(digits.dropLast(-places)).\(digits.suffix(-places))" }
            if places < 0, (-4..<0).contains(power) {
                return "0." + String(repeating: "0", count: -1 - power) + digits
            }
            let mantissa = digits.count == 1 ? digits : "\(digits.prefix(1)).\(digits.dropFirst())"
            return "\(mantissa)\\times 10^{\(power)}"
        }
    }
}
