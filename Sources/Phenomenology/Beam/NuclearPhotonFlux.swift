#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The flux of equivalent photons of an atom, χ = Z² ∫ dt (t − t_min)/t² · [a²t/(1+a²t)]² [1/(1+t/d)]², with the elastic
/// form factor: screening with a = 111 Z^(−1/3)/m_e and the size of the nucleus with d = 0.164 A^(−2/3) GeV²
/// (Kim and Tsai 1973; Bjorken et al. 2009).
struct NuclearPhotonFlux: Sendable {
    /// 1/a² in GeV².
    let screening: Double
    /// d in GeV².
    let size: Double
    private let chargeSquared: Double

    init(charge: Double, massNumber: Double, electronMass: Double) {
        let length = 111 / (cbrt(charge) * electronMass)
        screening = 1 / (length * length)
        let root = cbrt(massNumber)
        size = 0.164 / (root * root)
        chargeSquared = charge * charge
    }

    /// χ from `minimum` to `maximum` (GeV²), by partial fractions; zero where they are out of order.
    func flux(from minimum: Double, to maximum: Double) -> Double {
        guard minimum < maximum else { return 0 }
        let span = maximum - minimum
        let difference = size - screening
        func part(_ offset: Double) -> (logarithm: Double, power: Double) {
            (log1p(span / (minimum + offset)), -span / (maximum + offset))
        }
        let screened = part(screening)
        let sized = part(size)
        let mixed =
            2 / difference
            * ((screening + minimum) * screened.logarithm - (size + minimum) * sized.logarithm)
        let sum = screened.logarithm + screened.power + sized.logarithm + sized.power + mixed
        return chargeSquared * size * size / (difference * difference) * sum
    }
}
