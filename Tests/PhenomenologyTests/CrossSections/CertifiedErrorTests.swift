import NumericalMethods
import Testing

@testable import SignalPhysics

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The bound of a cross section holds against a result of far higher order, at random masses, beams and cuts.
@Suite struct CertifiedErrorTests {
    /// A process below threshold and cuts, from a fixed random stream.
    static func randomCase(_ index: Int) -> (process: ZPrimeProduction, cuts: SelectionCuts) {
        let stream = RandomStream("certified errors")
        func u(_ counter: Int) -> Double { stream.uniform(at: UInt64(16 * index + counter)) }
        let beamEnergy = 100 + 100 * u(0)
        let threshold = ZPrimeProduction.thresholdMass(beamEnergy: beamEnergy)
        let upper = min(0.295, 0.995 * threshold)
        // Half of the masses uniform, half logarithmic.
        let mass = u(1) < 0.5 ? 1e-3 + u(2) * (upper - 1e-3) : 1e-3 * pow(upper / 1e-3, u(2))
        let lower = 60 * u(3)
        let window = SelectionCuts(
            minimumMuonAngle: u(4) < 0.3 ? 0 : 4e-3 * u(5), minimumElectronEnergy: u(6) < 0.2 ? nil : lower,
            maximumElectronEnergy: u(7) < 0.2 ? nil : lower + 0.1 + 80 * u(8))
        let cuts: SelectionCuts
        switch u(9) {
        case ..<0.25: cuts = .published
        case ..<0.4: cuts = .angleOnly
        case ..<0.5: cuts = .none
        default: cuts = window
        }
        return (ZPrimeProduction(beamEnergy: beamEnergy, mass: mass, coupling: 1e-3), cuts)
    }

    @Test func theBoundContainsAResultOfHigherOrder() throws {
        var contained = 0
        let count = 40
        for index in 0..<count {
            let (process, cuts) = Self.randomCase(index)
            let quick = try process.crossSection(cuts, relativeTolerance: 1e-4)
            #expect(quick.error <= 1e-4 * quick.value && quick.kind == .bound, "case \(index)")
            let exact = try process.crossSection(cuts, relativeTolerance: 1e-8)
            if abs(quick.value - exact.value) <= quick.error { contained += 1 }
        }
        #expect(Double(contained) >= 0.99 * Double(count), "\(contained) of \(count)")
    }

    @Test func theBoundIsNoLessThanTheChangeWhenAllOrdersDouble() throws {
        for index in 0..<20 {
            let (process, cuts) = Self.randomCase(index)
            let integral = try EmissionIntegral(process, cuts: cuts)
            let estimate = try integral.total(relativeTolerance: 1e-4)
            let order = try integral.order(reaching: 1e-4)
            let doubled = integral.value(order: 2 * order)
            #expect(abs(doubled - estimate.value) <= estimate.error, "case \(index) at order \(order)")
        }
    }
}
