/// The Preliminary Reference Earth Model: the density over the radius, from the moduli and times of seismic waves.
/// A. M. Dziewonski and D. L. Anderson, Phys. Earth Planet. Inter. 25 (1981) 297, table I.
public enum EarthModel {
    /// m.
    public static let radius = 6371e3

    /// A shell in which the density is a polynomial in r/R, g/cm³.
    struct Shell {
        /// m.
        var upTo: Double
        var coefficients: [Double]
    }

    /// From the centre outwards. The model's ocean of 3 km is left out: beams run from land to land, where its upper crust
    /// reaches the surface.
    static let shells = [
        Shell(upTo: 1221.5e3, coefficients: [13.0885, 0, -8.8381]),
        Shell(upTo: 3480e3, coefficients: [12.5815, -1.2638, -3.6426, -5.5281]),
        Shell(upTo: 5701e3, coefficients: [7.9565, -6.4761, 5.5283, -3.0807]),
        Shell(upTo: 5771e3, coefficients: [5.3197, -1.4836]),
        Shell(upTo: 5971e3, coefficients: [11.2494, -8.0298]),
        Shell(upTo: 6151e3, coefficients: [7.1089, -3.8045]),
        Shell(upTo: 6346.6e3, coefficients: [2.6910, 0.6924]),
        Shell(upTo: 6356e3, coefficients: [2.9]),
        Shell(upTo: radius, coefficients: [2.6]),
    ]

    /// g/cm³ at a radius in m.
    public static func density(atRadius r: Double) -> Double {
        guard let shell = shells.first(where: { r <= $0.upTo }) else { return 0 }
        return shell.coefficients.reversed().reduce(0) { $0 * r / radius + $1 }
    }

    /// How deep a straight way between two places of the surface leads, m.
    public static func depth(ofPath length: Double) -> Double {
        radius - (radius * radius - length * length / 4).squareRoot()
    }

    /// A straight way of a length as layers: cut where it enters another shell, and each shell into pieces of equal length
    /// with the density in their middle.
    ///
    /// - Parameter pieces: of each shell that it passes.
    public static func layers(ofPath length: Double, pieces: Int, electronFraction: Double) -> [MatterLayer] {
        let nearest = radius - depth(ofPath: length)
        // From the middle of the way, where it is deepest, to where it leaves each shell.
        let exits = shells.map(\.upTo).filter { $0 > nearest }.map { ($0 * $0 - nearest * nearest).squareRoot() }
        var half: [MatterLayer] = []
        var start = 0.0
        for end in exits {
            for piece in 0..<pieces {
                let middle = start + (end - start) * (Double(piece) + 0.5) / Double(pieces)
                let r = (middle * middle + nearest * nearest).squareRoot()
                half.append(
                    MatterLayer(
                        length: (end - start) / Double(pieces), density: density(atRadius: r),
                        electronFraction: electronFraction))
            }
            start = end
        }
        return half.reversed() + half
    }
}
