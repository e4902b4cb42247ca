import Amplitudes
import Computing
import Kinematics
import NumericalMethods
import Reference

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// |M|² of μe → μeZ′ on a grid of the phase space, from the traces that the cross sections are integrated from: to be compared
/// with another program's.
public struct AmplitudeGrid: Computation {
    public var point: SignalPoint

    package init(point: SignalPoint) { self.point = point }

    /// A point of the phase space, with what the traces give there.
    public struct Entry: Codable, Hashable, Sendable {
        /// T of the electron, GeV.
        package var recoil: Double
        /// E′, GeV.
        package var muonEnergy: Double
        /// p·p′ − m_μ², GeV².
        package var transfer: Double
        /// Of the electron's azimuth about the direction of p⃗ − p⃗′, from the side of p⃗.
        package var cosine: Double
        /// GeV⁻².
        package var squaredAmplitude: Double
    }

    /// Inside of the phase space, in equal steps: of the recoil's logarithm, the muon's energy, the transfer and the azimuth.
    private static let counts = (recoils: 6, energies: 4, transfers: 4)

    public func compute(_ input: ()) throws -> [Entry] {
        let particles = point.particles
        let emission = FixedTargetEmission(
            beamEnergy: point.beamEnergy, muonMass: particles.muonMass, electronMass: particles.electronMass,
            bosonMass: point.benchmark.mass)
        // None above threshold.
        guard let recoils = emission.recoilRange else { return [] }
        let amplitude = MuonEmission(
            muonMass: particles.muonMass, bosonMass: point.benchmark.mass, fineStructure: particles.fineStructure,
            coupling: point.benchmark.coupling)
        var cosines = SIMD8<Double>()
        for lane in 0..<8 { cosines[lane] = cos(.pi * (Double(lane) + 0.5) / 8) }
        var entries: [Entry] = []
        for recoil in Self.middles(log(recoils.lowerBound), log(recoils.upperBound), Self.counts.recoils).map(exp) {
            guard let energies = emission.muonEnergyRange(recoil: recoil, halfAngleSineSquared: 0) else { continue }
            for energy in Self.middles(energies.lowerBound, energies.upperBound, Self.counts.energies) {
                let slice = MuonEmissionSlice(emission, recoil: recoil, muonEnergy: energy)
                let lower = max(slice.lowerTransfer, slice.forwardTransfer)
                for transfer in Self.middles(lower, slice.upperTransfer, Self.counts.transfers) {
                    let (azimuth, _) = slice.invariants(transfer: SIMD8(repeating: transfer))
                    let values = amplitude.squaredAmplitude(azimuth.point(cosine: cosines))
                    for lane in 0..<8 {
                        entries.append(
                            Entry(
                                recoil: recoil, muonEnergy: energy, transfer: transfer, cosine: cosines[lane],
                                squaredAmplitude: values[lane]))
                    }
                }
            }
        }
        return entries
    }

    private static func middles(_ lower: Double, _ upper: Double, _ count: Int) -> [Double] {
        (0..<count).map { lower + (upper - lower) * (Double($0) + 0.5) / Double(count) }
    }
}
