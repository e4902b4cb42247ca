import NumericalMethods

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// All scatters of a particle in a layer, from one model: a Poisson number of ``NuclearScattering``, whose momentum transfers add
/// up as vectors across the particle.
///
/// The thousands of scatters below a q of which there are `hardScatters` in the mean are one normal number with their variance;
/// what is left of their fourth moment is about a hundredth of it. Those above are drawn one by one, the hardest first: of n(q)
/// scatters in the mean above q, it has the density e^(−n) |dn/dq|, which a tail may be drawn from more often, with a weight.
package struct CompoundScattering: Sendable {
    /// In the mean, those that are drawn one by one.
    package static let hardScatters = 2.0

    /// How often the hardest scatter is drawn from the aim, and from the tail.
    static let aimedShare = 0.7
    static let tailShare = 0.15
    /// Widths of all that is normal, which the hardest scatter need not do: in the aim, and in the tail.
    static let nearCore = 2.5
    static let farCore = 4.0
    /// Of the distance that is to be made, what the hardest of two scatters makes at least.
    static let largestPart = 0.5

    package let table: ScatterTable

    package init(_ scattering: NuclearScattering) {
        table = ScatterTable(scattering)
    }

    /// What a thickness (m) fixes.
    package func layer(thickness: Double) -> Layer {
        guard thickness > 0 else { return Layer(table: table, thickness: 0, edge: 0, hard: 0, softWidth: 0) }
        let rate = Self.hardScatters / thickness
        let edge = table.transfer(atRate: rate)
        return Layer(
            table: table, thickness: thickness, edge: edge, hard: min(Self.hardScatters, table.totalRate * thickness),
            softWidth: (0.5 * thickness * table.squareRate(below: edge)).squareRoot())
    }

    package struct Layer: Sendable {
        let table: ScatterTable
        let thickness: Double
        /// Where hard scatters begin, GeV.
        let edge: Double
        /// Their mean number.
        let hard: Double
        /// Of a projection of the sum of all others, GeV.
        package let softWidth: Double

        /// As ``NuclearScattering/largestKick(momentum:)``.
        package func largestKick(momentum: Double) -> Double { table.scattering.largestKick(momentum: momentum) }

        /// The hardest scatter: its q in GeV, zero where none is hard, and its azimuth.
        ///
        /// It is drawn from four distributions: from two aims, at any azimuth from the tail that can make half of the way to the first,
        /// and as it is by nature.
        /// - Parameters:
        ///   - first: uniform in (0, 1).
        ///   - second: uniform in (0, 1).
        ///   - aim: where it has to go. The azimuth counts from its zero.
        ///   - other: where it may go besides, ``ScatterAim/nowhere`` for nothing.
        ///   - turn: the azimuth of the zero of `other`, radians.
        ///   - core: the width of what else turns the particle, radians.
        ///   - otherCore: the same on the way to `other`; nil for the same number.
        /// - Returns: also the weight that makes up for the aims, and the mean number of harder scatters.
        package func hardest(
            _ first: Double, _ second: Double, aim: ScatterAim, other: ScatterAim = .nowhere, turn: Double = 0,
            momentum: Double, core: Double, otherCore: Double? = nil
        ) -> (transfer: Double, azimuth: Double, weight: Double, harder: Double) {
            guard hard > 0 else { return (0, 0, 1, 0) }
            let wide = meanNumber(
                beyond: CompoundScattering.largestPart * (aim.nearest - CompoundScattering.farCore * core) * momentum)
            // Nothing to aim at within the width of the rest, and nothing to draw from where the form factor has ended it.
            let closest = meanNumber(beyond: (aim.nearest - CompoundScattering.nearCore * core) * momentum)
            let isAimed = closest < hard && closest > 0 && aim.isSomewhere
            let hasTail = isAimed && wide < hard
            let hasOther = isAimed && other.isSomewhere
            let aimed = isAimed ? (hasOther ? 0.5 : 1) * CompoundScattering.aimedShare : 0
            let besides = hasOther ? aimed : 0
            let tail = hasTail ? CompoundScattering.tailShare : 0
            let rest = 1 - aimed - besides - tail
            let azimuth: Double
            if first < aimed {
                azimuth = aim.azimuth(second)
            } else if first < aimed + besides {
                azimuth = remainder(other.azimuth(second) + turn, 2 * Double.pi)
            } else {
                azimuth = Double.pi * (2 * second - 1)
            }
            let relative = remainder(azimuth - turn, 2 * Double.pi)
            let near = isAimed ? meanNumber(aim, azimuth, momentum, core) : 0
            let far = hasOther ? meanNumber(other, relative, momentum, otherCore ?? core) : 0
            let number: Double
            if first < aimed {
                number = first / aimed * near
            } else if first < aimed + besides {
                number = (first - aimed) / besides * far
            } else if first < aimed + besides + tail {
                number = (first - aimed - besides) / tail * wide
            } else {
                number = -log((first - aimed - besides - tail) / rest)
            }
            guard number < hard else { return (0, azimuth, 1 / rest, hard) }
            let natural = exp(-number)
            var drawn = rest * natural
            if number < wide, hasTail { drawn += tail / wide }
            if number < near { drawn += aimed * aim.density(azimuth) / near }
            if number < far { drawn += besides * other.density(relative) / far }
            return (table.transfer(atRate: number / thickness), azimuth, natural / drawn, number)
        }

        /// The mean number of those that an aim asks for at an azimuth.
        private func meanNumber(_ aim: ScatterAim, _ azimuth: Double, _ momentum: Double, _ core: Double) -> Double {
            meanNumber(beyond: (aim.distance(azimuth) - CompoundScattering.nearCore * core) * momentum)
        }

        /// The mean number of hard scatters beyond a q (GeV).
        private func meanNumber(beyond transfer: Double) -> Double {
            transfer > edge ? table.rate(beyond: transfer) * thickness : hard
        }

        /// The sum of the hard scatters softer than the hardest, in GeV as a vector across the particle.
        package func others(harder: Double, _ draws: inout RandomDraws) -> PlaneAngle {
            var sum = PlaneAngle(x: 0, y: 0)
            guard harder < hard else { return sum }
            for _ in 0..<draws.poisson(mean: hard - harder) {
                let number = harder + draws.uniform() * (hard - harder)
                sum =
                    sum
                    + .polar(table.transfer(atRate: number / thickness), azimuth: 2 * Double.pi * draws.uniform())
            }
            return sum
        }
    }
}
