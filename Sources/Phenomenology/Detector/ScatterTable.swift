import NumericalMethods

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The scatters of a ``NuclearScattering`` harder than a q, and the width of those softer, tabulated for fast use: cubics in
/// log q through exact integrals and slopes.
package struct ScatterTable: Sendable {
    /// Panels in a unit of log q.
    private static let density = 40.0
    /// Where a Gaussian form factor has made scattering vanish: F² = e⁻⁶⁰⁰.
    private static let largestExponent = 600.0
    /// GeV: beyond all that a form factor of the proton leaves.
    private static let largestTransfer = 20.0

    package let scattering: NuclearScattering
    private let start: Double
    private let step: Double
    /// The logarithm of ∫ dq² W/(q² + q_a²)² beyond each point, and its slope in log q.
    private let tails: [Double]
    private let slopes: [Double]
    /// The last point above each of equal steps of the logarithm, from the first point's value down to the last one's: where to look
    /// for a rate.
    private let guides: [Int]
    private static let guideSteps = 1024
    /// ∫ dq² q² W/(q² + q_a²)² up to each point, and its slope in log q.
    private let squares: [Double]
    private let squareSlopes: [Double]

    /// - Parameter refinement: multiplies the density of the table.
    package init(_ scattering: NuclearScattering, refinement: Int = 1) {
        self.scattering = scattering
        let first = log(scattering.screening.squareRoot() * 1e-4)
        let end =
            scattering.isIncoherent || scattering.form.slope == 0
            ? Self.largestTransfer
            : min(Self.largestTransfer, (Self.largestExponent / scattering.form.slope).squareRoot())
        let last = log(end)
        let count = Int((last - first) * Self.density) * max(refinement, 1) * Refinement.factor
        let step = (last - first) / Double(count)
        let rule = GaussLegendre.rule(order: 8)
        var contents = [Double](repeating: 0, count: count)
        var moments = contents
        for index in 0..<count {
            let lower = first + step * Double(index)
            for (node, weight) in zip(rule.nodes, rule.weights) {
                let square = exp(2 * (lower + 0.5 * step * (1 + node)))
                // dq² = 2q² d(log q).
                let share = weight * step * square * scattering.density(square: square)
                contents[index] += share
                moments[index] += share * square
            }
        }
        // Beyond the last point: what falls as 1/q⁴ for a point nucleus, and as q⁻¹² for protons.
        let edge = end * end
        var tail = edge * scattering.density(square: edge) * (scattering.form.slope == 0 ? 1 : 0.2)
        var tails = [Double](repeating: 0, count: count + 1)
        var slopes = tails
        var squares = tails
        var squareSlopes = tails
        for index in stride(from: count, through: 0, by: -1) {
            if index < count { tail += contents[index] }
            let square = exp(2 * (first + step * Double(index)))
            let slope = 2 * square * scattering.density(square: square)
            tails[index] = log(tail)
            slopes[index] = -slope / tail * step
            squareSlopes[index] = slope * square * step
        }
        for index in 0..<count { squares[index + 1] = squares[index] + moments[index] }
        start = first
        self.step = step
        let fall = (tails[0] - tails[count]) / Double(Self.guideSteps)
        var guides: [Int] = []
        var place = 0
        for index in 0...Self.guideSteps {
            let level = tails[0] - fall * Double(index)
            while place + 1 < count, tails[place + 1] > level { place += 1 }
            guides.append(place)
        }
        self.guides = guides
        self.tails = tails
        self.slopes = slopes
        self.squares = squares
        self.squareSlopes = squareSlopes
    }

    /// The mean number of scatters a metre beyond a q (GeV).
    package func rate(beyond transfer: Double) -> Double { scattering.strength * exp(logTail(transfer)) }

    /// The mean number of scatters a metre.
    package var totalRate: Double { scattering.strength * exp(tails.first ?? -.infinity) }

    private func logTail(_ transfer: Double) -> Double {
        guard let last = tails.last, let first = tails.first else { return -.infinity }
        let position = (log(transfer) - start) / step
        // Below the table, no scatter is left out; beyond it, they end.
        guard position > 0 else { return first }
        guard position < Double(tails.count - 1) else {
            return scattering.form.slope == 0 ? last - 2 * (position - Double(tails.count - 1)) * step : -.infinity
        }
        let index = Int(position)
        return cubic(tails, slopes, index, position - Double(index))
    }

    /// The q (GeV) beyond which there are `rate` scatters a metre; zero where there are less of all.
    package func transfer(atRate rate: Double) -> Double {
        guard rate > 0 else { return .infinity }
        let target = log(rate / scattering.strength)
        guard let first = tails.first, let last = tails.last, target < first else { return 0 }
        guard target > last else { return exp(start + step * Double(tails.count - 1)) }
        let share = (first - target) / (first - last)
        let guide = min(max(Int(saturating: share * Double(Self.guideSteps)), 0), Self.guideSteps - 1)
        // One step to either side, for rounding.
        var low = guides[max(guide - 1, 0)]
        var high = min(guides[min(guide + 2, Self.guideSteps)] + 1, tails.count - 1)
        while high - low > 1 {
            let middle = (low + high) / 2
            if tails[middle] > target { low = middle } else { high = middle }
        }
        var place = (target - tails[low]) / (tails[high] - tails[low])
        for _ in 0..<3 {
            let (value, slope) = cubicWithSlope(tails, slopes, low, place)
            guard slope < 0 else { break }
            place = min(max(place - (value - target) / slope, 0), 1)
        }
        return exp(start + step * (Double(low) + place))
    }

    /// The mean of the sum of q² (GeV²) a metre that scatters below a q (GeV) add up to.
    package func squareRate(below transfer: Double) -> Double {
        guard transfer > 0 else { return 0 }
        let position = (log(transfer) - start) / step
        guard position > 0 else { return 0 }
        let top = squares.count - 1
        guard position < Double(top) else { return scattering.strength * (squares.last ?? 0) }
        let index = Int(position)
        return scattering.strength * cubic(squares, squareSlopes, index, position - Double(index))
    }

    private func cubic(_ values: [Double], _ slopes: [Double], _ index: Int, _ share: Double) -> Double {
        cubicWithSlope(values, slopes, index, share).value
    }

    /// Hermite's cubic on the panel `index` at a share of it.
    private func cubicWithSlope(
        _ values: [Double], _ slopes: [Double], _ index: Int, _ share: Double
    ) -> (value: Double, slope: Double) {
        let rise = values[index + 1] - values[index]
        let quadratic = 3 * rise - 2 * slopes[index] - slopes[index + 1]
        let third = slopes[index] + slopes[index + 1] - 2 * rise
        return (
            values[index] + share * (slopes[index] + share * (quadratic + share * third)),
            slopes[index] + share * (2 * quadratic + 3 * share * third)
        )
    }
}
