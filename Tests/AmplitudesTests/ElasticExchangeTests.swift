import Amplitudes
import Kinematics
import NumericalMethods
import TestPhysics
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The traces against explicit spinors, at random points, beams and masses.
@Suite("Elastic exchange")
struct ElasticExchangeTests {
    /// A point of μ e → μ e in a frame that moves across the beam, with its exchange.
    struct Point {
        var incoming: (muon: FourVector, electron: FourVector)
        var outgoing: (muon: FourVector, electron: FourVector)
        var s: Double
        var t: Double
        var mass: Double
        var coupling: Double

        init(_ index: Int) {
            let stream = RandomStream("elastic exchange")
            func u(_ counter: Int) -> Double { stream.uniform(at: UInt64(8 * index + counter)) }
            // Slow beams show the masses, fast ones are MUonE's.
            let energy = Masses.muon * (1.01 + pow(10, 3.3 * u(0)))
            s = Masses.muon * Masses.muon + Masses.electron * Masses.electron + 2 * Masses.electron * energy
            let momentum = TwoBody.momentum(total: s.squareRoot(), first: Masses.muon, second: Masses.electron)
            let cosine = 2 * u(1) - 1
            let sine = (1 - cosine * cosine).squareRoot()
            t = -2 * momentum * momentum * (1 - cosine)
            let azimuth = 2 * Double.pi * u(2)
            let (x, y, z) = (
                momentum * sine * cos(azimuth), momentum * sine * sin(azimuth), momentum * cosine
            )
            let frame = FourVector(mass: 1, x: 0.3 * u(3), y: -0.2 * u(4), z: 0.4 * u(5))
            func vector(_ mass: Double, _ x: Double, _ y: Double, _ z: Double) -> FourVector {
                FourVector(mass: mass, x: x, y: y, z: z).boosted(fromRestOf: frame)
            }
            incoming = (vector(Masses.muon, 0, 0, momentum), vector(Masses.electron, 0, 0, -momentum))
            outgoing = (vector(Masses.muon, x, y, z), vector(Masses.electron, -x, -y, -z))
            mass = 0.15 * pow(10, 1.5 * u(6))
            coupling = pow(10, -2 + 3 * u(7))
        }
    }

    static let exchange = ElasticExchange(
        muonMass: Masses.muon, electronMass: Masses.electron, fineStructure: Masses.fineStructure)
    static let photon = MuonElectronElastic(
        muonMass: Masses.muon, electronMass: Masses.electron, fineStructure: Masses.fineStructure)

    /// |M|² of both methods at many points.
    private func compare(
        _ beam: BeamCharge, width: Double = 0,
        _ spinors: (Point) -> ElasticExchangeSpinors.Exchange, _ traces: (Point) -> Double,
        location: SourceLocation = #_sourceLocation
    ) {
        let second = ElasticExchangeSpinors(
            muonMass: Masses.muon, electronMass: Masses.electron, fineStructure: Masses.fineStructure, beam: beam)
        for index in 0..<60 {
            let point = Point(index)
            let expected = second.squaredAmplitude(
                incoming: point.incoming, outgoing: point.outgoing, exchange: spinors(point), mass: point.mass,
                width: width)
            let value = Self.photon.squaredAmplitude(s: point.s, t: point.t) + traces(point)
            #expect((value / expected - 1).magnitude < 1e-9, "point \(index)", sourceLocation: location)
        }
    }

    @Test("of a photon alone is that of the closed form", arguments: BeamCharge.allCases)
    func photonAlone(beam: BeamCharge) {
        compare(beam, { _ in .none }, { _ in 0 })
    }

    @Test("of a vector, with couplings of either sign", arguments: BeamCharge.allCases)
    func vector(beam: BeamCharge) {
        compare(
            beam, { .vector(electron: -0.3 * $0.coupling, muon: $0.coupling) },
            { point in
                let weight = -0.3 * point.coupling * point.coupling / (point.t - point.mass * point.mass)
                let terms = Self.exchange.vector(s: point.s, t: point.t)
                return weight * terms.interference + weight * weight * terms.square
            })
    }

    @Test("of a scalar: the interference turns with the beam", arguments: BeamCharge.allCases)
    func scalar(beam: BeamCharge) {
        compare(
            beam, { .scalar(electron: 0.7 * $0.coupling, muon: $0.coupling) },
            { point in
                let weight = 0.7 * point.coupling * point.coupling / (point.t - point.mass * point.mass)
                let terms = Self.exchange.scalar(s: point.s, t: point.t, beam: beam)
                return weight * terms.interference + weight * weight * terms.square
            })
        let (plus, minus) = (
            Self.exchange.scalar(s: 0.16, t: -0.1, beam: .positive),
            Self.exchange.scalar(s: 0.16, t: -0.1, beam: .negative)
        )
        #expect(plus.interference == -minus.interference && plus.square == minus.square)
    }

    /// Re(cP) and |cP|².
    private func resonance(_ point: Point, _ beam: BeamCharge, width: Double) -> (real: Double, square: Double) {
        let masses = Masses.muon * Masses.muon + Masses.electron * Masses.electron
        let flow = beam == .positive ? point.s : 2 * masses - point.s - point.t
        let distance = flow - point.mass * point.mass
        let norm = distance * distance + point.mass * point.mass * width * width
        let product = point.coupling * point.coupling
        return (product * distance / norm, product * product / norm)
    }

    @Test("of a vector that turns muons into electrons, with the whole propagator", arguments: BeamCharge.allCases)
    func flavourVector(beam: BeamCharge) {
        compare(
            beam, width: 0.02, { .flavourVector(coupling: $0.coupling) },
            { point in
                let gap = (Masses.muon - Masses.electron) / point.mass
                let terms = Self.exchange.flavourVector(s: point.s, t: point.t, beam: beam, longitudinal: gap * gap)
                let weight = resonance(point, beam, width: 0.02)
                return weight.real * terms.interference + weight.square * terms.square
            })
    }

    @Test("of a scalar that turns muons into electrons", arguments: BeamCharge.allCases)
    func flavourScalar(beam: BeamCharge) {
        compare(
            beam, width: 0.02, { .flavourScalar(coupling: $0.coupling) },
            { point in
                let terms = Self.exchange.flavourScalar(s: point.s, t: point.t, beam: beam)
                let weight = resonance(point, beam, width: 0.02)
                return weight.real * terms.interference + weight.square * terms.square
            })
    }

    @Test("of a dressed vertex: both form factors and their interference", arguments: BeamCharge.allCases)
    func vertex(beam: BeamCharge) {
        let (a, b) = (0.2, -0.6)
        compare(
            beam, { _ in .vertex(charge: a, magnetic: b) },
            { point in
                let terms = Self.exchange.dressedVertex(s: point.s, t: point.t)
                let photon = Self.photon.squaredAmplitude(s: point.s, t: point.t)
                return photon * ((1 + a) * (1 + a) + terms.mixed * (1 + a) * b + terms.magnetic * b * b - 1)
            })
    }

    /// With t = −2m_eT the trace gives 8m_e²T(T − m_e)·2 over the photon's, not the m_e − T that is printed.
    @Test("the interference of the form factors is that of T − m_e")
    func vertexSign() {
        let s = 0.16
        func mixed(_ recoil: Double) -> Double {
            Self.exchange.dressedVertex(s: s, t: -2 * Masses.electron * recoil).mixed
        }
        #expect(mixed(0.5 * Masses.electron) < 0)
        #expect(mixed(Masses.electron).magnitude < 1e-12)
        #expect(mixed(2 * Masses.electron) > 0)
    }

    /// Massless, s-channel: 2(t² + u²)/s² of the vector and 4u²/(st) of its interference, as in Bhabha scattering.
    @Test("is Bhabha scattering where the masses vanish")
    func bhabha() {
        let exchange = ElasticExchange(muonMass: 1e-9, electronMass: 1e-9, fineStructure: 1 / (4 * .pi))
        let (s, t) = (1.0, -0.3)
        let u = -s - t
        let terms = exchange.flavourVector(s: s, t: t, beam: .positive, longitudinal: 0)
        #expect((terms.square / (2 * (t * t + u * u)) - 1).magnitude < 1e-9)
        #expect((terms.interference / (4 * u * u / t) - 1).magnitude < 1e-9)
    }
}
