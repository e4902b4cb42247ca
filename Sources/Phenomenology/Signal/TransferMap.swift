import Amplitudes
import Kinematics

/// The substitutions that make |M|² nearly flat over Δ at given T and E′.
///
/// |M|² falls as powers of h = Δ + m²/2 from the lower end. A soft boson follows the muons at Δ near m_e T, m_e ω
/// below the upper end, within the width that their own cone and the boson's mass allow: for a light boson the range is
/// split on that ridge.
enum TransferMap {
    /// One substitution, for a range at whose ends the integrand varies on given scales.
    ///
    /// With h = Δ + shift here, the logarithm of w = h/(total − h) is the variable, up to a rational map: the eighth root of last/first, r,
    /// takes w from its first to its last value as the fourth power of a Möbius map that is nearly exponential.
    struct Piece {
        private let shift: Double
        private let total: Double
        private let first: Double
        private let root: Double
        private let inverseRoot: Double

        init(from lower: Double, to upper: Double, start: Double, end: Double) {
            shift = start - lower
            total = upper + shift + end
            first = start / (total - start)
            let last = (upper + shift) / end
            root = (last / first).squareRoot().squareRoot().squareRoot()
            inverseRoot = 1 / root
        }

        /// Δ and dΔ/du at u in (0, 1).
        @inline(__always)
        func map<Lanes: SIMD>(_ u: Lanes) -> (transfer: Lanes, jacobian: Lanes) where Lanes.Scalar == Double {
            let inverse: Lanes = 1 / (1 + u * (inverseRoot - 1))
            let map: Lanes = (1 + u * (root - 1)) * inverse
            let square = map * map
            let w: Lanes = first * square * square
            let slope: Lanes = (4 * first * (root - inverseRoot)) * square * map * inverse * inverse
            let remainder: Lanes = 1 / (1 + w)
            let h: Lanes = total * w * remainder
            return (h - shift, total * slope * remainder * remainder)
        }
    }

    /// The substitution of a range of Δ, and that of its upper part where it is split on the ridge.
    static func pieces(
        _ emission: FixedTargetEmission, recoil: Double, bosonEnergy: Double, from lower: Double, to upper: Double
    ) -> (lower: Piece, upper: Piece?) {
        let start = lower + 0.5 * emission.bosonMass * emission.bosonMass
        let far = emission.electronMass * bosonEnergy
        let ridge = emission.electronMass * recoil
        guard lower < ridge, ridge < upper, emission.bosonMass < 0.1 * emission.muonMass else {
            return (Piece(from: lower, to: upper, start: start, end: far), nil)
        }
        let cone = emission.muonMass / emission.beamEnergy
        let spread = emission.bosonMass / bosonEnergy
        let width =
            bosonEnergy * ((cone * cone + spread * spread) * 2 * emission.electronMass * recoil).squareRoot()
        return (
            Piece(from: lower, to: ridge, start: start, end: width),
            Piece(from: ridge, to: upper, start: width, end: far)
        )
    }
}
