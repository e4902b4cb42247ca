import Kinematics
import NumericalMethods

/// Weighted events of μ e → μ e γ within cuts on what leaves the vertex, as a function of a point of the unit cube.
///
/// |M|² is shared between two maps of phase space in proportion to the squares of the two lines, so that each has the peaks
/// of its own line only (T. Stelzer and F. Maltoni, JHEP 02, 027 (2003), in spirit): ``ElectronLineMap`` and ``MuonLineMap``.
/// Each map's four variables are adapted to the integrand. The same arguments always give the same event.
package struct RadiativeSampler: Sendable {
    /// Coordinates of the cube, besides the azimuth of the whole event.
    package static let dimensions = 4

    private let electronLine: ElectronLineMap?
    private let muonLine: MuonLineMap?
    private var electronGrid = AdaptiveGrid()
    private var muonGrid = AdaptiveGrid()
    private let isAlone: Bool

    private static let rounds = 5
    private static let trainingPoints = 6000

    /// - Parameters:
    ///   - region: what is generated, in true quantities.
    ///   - usesOneMap: ask ``ElectronLineMap`` for all of |M|²: for events with the photon along the electron.
    ///   - emphasis: what the events are to be many for: the integrand that the maps adapt to is weight · emphasis.
    /// - Throws: ``RadiativeError`` for a region with infinitely many soft photons and for input outside of the domain. Where the
    ///   region leaves no phase space every event is ``WeightedEvent/none``.
    package init(
        _ process: RadiativeProcess, region: RadiativeCuts, usesOneMap: Bool = false,
        emphasis: (WeightedEvent) -> Double = { _ in 1 }
    ) throws {
        let frame = try RadiativeFrame(process, region: region)
        electronLine = frame.map { ElectronLineMap($0) }
        muonLine = usesOneMap ? nil : frame.flatMap { MuonLineMap($0) }
        isAlone = muonLine == nil
        guard electronLine != nil else { return }
        func value(_ event: WeightedEvent) -> Double { event.weight > 0 ? event.weight * emphasis(event) : 0 }
        // A mutating call must not see the sampler that it changes.
        var grid = electronGrid
        grid.train(rounds: Self.rounds, points: Self.trainingPoints, name: "RadiativeSampler electron") {
            value(electronEvent($1, $0))
        }
        electronGrid = grid
        guard muonLine != nil else { return }
        grid = muonGrid
        grid.train(rounds: Self.rounds, points: 3 * Self.trainingPoints, name: "RadiativeSampler muon") {
            value(muonEvent($1, $0))
        }
        muonGrid = grid
    }

    /// Whether any event can come out.
    package var hasPhaseSpace: Bool { electronLine != nil }

    /// The event at a point of the cube.
    ///
    /// - Parameters:
    ///   - azimuth: of the whole event about the beam, free. Radians.
    ///   - u0: with `u1`, `u2` and `u3` each in (0, 1): over uniform ones the mean of the weights is the cross section of the region, fb.
    package func event(_ u0: Double, _ u1: Double, _ u2: Double, _ u3: Double, azimuth: Double) -> WeightedEvent {
        var event: WeightedEvent
        if isAlone {
            event = electronEvent(SIMD4(u0, u1, u2, u3), electronGrid)
        } else if u0 < 0.5 {
            event = electronEvent(SIMD4(2 * u0, u1, u2, u3), electronGrid)
            event.weight *= 2
        } else {
            event = muonEvent(SIMD4(2 * u0 - 1, u1, u2, u3), muonGrid)
            event.weight *= 2
        }
        let (c, s) = (cos(azimuth), sin(azimuth))
        func turned(_ v: FourVector) -> FourVector {
            FourVector(energy: v.energy, x: c * v.x - s * v.y, y: s * v.x + c * v.y, z: v.z)
        }
        event.muon = turned(event.muon)
        event.electron = turned(event.electron)
        event.emitted = turned(event.emitted)
        return event
    }

    /// The events of both maps at a point, the weights of which add up.
    @inline(__always)
    func events(_ u: SIMD4<Double>, _ body: (WeightedEvent) -> Void) {
        let electron = electronEvent(u, electronGrid)
        if electron.weight > 0 { body(electron) }
        guard muonLine != nil else { return }
        let muon = muonEvent(u, muonGrid)
        if muon.weight > 0 { body(muon) }
    }

    private func electronEvent(_ u: SIMD4<Double>, _ grid: AdaptiveGrid) -> WeightedEvent {
        guard let electronLine else { return .none }
        let (place, jacobian) = Self.place(u, grid)
        var event = electronLine.event(place, isAlone: isAlone)
        event.weight *= jacobian
        return event.weight.isFinite ? event : .none
    }

    private func muonEvent(_ u: SIMD4<Double>, _ grid: AdaptiveGrid) -> WeightedEvent {
        guard let muonLine else { return .none }
        let (place, jacobian) = Self.place(u, grid)
        var event = muonLine.event(place)
        event.weight *= jacobian
        return event.weight.isFinite ? event : .none
    }

    @inline(__always)
    private static func place(_ u: SIMD4<Double>, _ grid: AdaptiveGrid) -> (SIMD4<Double>, Double) {
        let (a, b, c, d) = (grid.map(0, u[0]), grid.map(1, u[1]), grid.map(2, u[2]), grid.map(3, u[3]))
        return (
            SIMD4(a.value, b.value, c.value, d.value), a.jacobian * b.jacobian * c.jacobian * d.jacobian
        )
    }
}
