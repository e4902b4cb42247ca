import BosonPhysics
import MixingPhysics
import NumericalMethods
import Reference
import TestPhysics
import Testing

@Suite("Neutrino–electron scattering")
struct NeutrinoElectronScatteringTests {
    private let inputs = ParticleInputs.standard
    private let energy = 0.862e-3

    private func process(
        _ flavour: NeutrinoFlavour, mass: Double = 0.01, coupling: Double = 5e-4, treeLevel: Double = 0
    ) throws -> NeutrinoElectronScattering {
        try NeutrinoElectronScattering(
            flavour: flavour, bosonMass: mass, mixing: try KineticMixing(coupling: coupling, treeLevel: treeLevel))
    }

    @Test("the Standard Model part integrates to its closed form", arguments: NeutrinoFlavour.allCases)
    func standardModelTotal(flavour: NeutrinoFlavour) throws {
        let me = inputs.electronMass
        let top = NeutrinoElectronScattering.maximumRecoil(energy: energy)
        let r = inputs.weakMixingAngleSquared
        let l = r + (flavour == .electron ? 0.5 : -0.5)
        let z = 1 - top / energy
        let sum = l * l * top + r * r * energy / 3 * (1 - z * z * z) - l * r * me * top * top / (2 * energy * energy)
        let expected = 2 * inputs.fermiConstant * inputs.fermiConstant * me / Double.pi * sum
        let value = try process(flavour).crossSections(energy: energy).standardModel
        #expect((value.value / expected - 1).magnitude < 1e-12)
    }

    @Test("a heavy boson is a shift of g_V: dσ/dT keeps the Standard Model's form")
    func heavyLimit() throws {
        let scattering = try process(.muon, mass: 10, coupling: 3)
        let shift = try scattering.couplingShift(recoil: 0)
        let v2 = 1 / (2.0.squareRoot() * inputs.fermiConstant)
        let e = (4 * Double.pi * inputs.fineStructure).squareRoot()
        // Half of −g·e·Π(0)·v²/m², with the closed form of Π(0).
        let mixing = e * 3 * naturalLogarithm(inputs.tauMass / inputs.muonMass) / (6 * Double.pi * Double.pi)
        #expect((shift / (-0.5 * 3 * e * mixing * v2 / 100) - 1).magnitude < 1e-12)
        #expect((try scattering.couplingShift(recoil: 5e-4) / shift - 1).magnitude < 1e-4)
    }

    @Test("a light boson gives 1/T² with the known spectrum of a vector")
    func lightLimit() throws {
        let scattering = try process(.tau, mass: 1e-9, coupling: 1e-4)
        let me = inputs.electronMass
        let e = (4 * Double.pi * inputs.fineStructure).squareRoot()
        for recoil in [1e-5, 1e-4, 5e-4] {
            let epsilon = try KineticMixing(coupling: 1e-4).loop(q2: -2 * me * recoil).real.value
            let charges = 1e-4 * e * epsilon
            let d = 2 * me * recoil
            let expected =
                charges * charges * me / (4 * Double.pi * energy * energy * d * d)
                * (2 * energy * energy + recoil * recoil - 2 * recoil * energy - me * recoil)
            let value = try scattering.differential(recoil: recoil, energy: energy).boson
            #expect((value / expected - 1).magnitude < 1e-9)
        }
    }

    @Test("without coupling, and for ν_e, the boson decouples")
    func decoupling() throws {
        for part in [
            try process(.muon, coupling: 0).differential(recoil: 2e-4, energy: energy),
            try process(.electron, coupling: 0.1).differential(recoil: 2e-4, energy: energy),
        ] {
            #expect(part.interference == 0 && part.boson == 0 && part.standardModel > 0)
        }
        let heavy = try process(.muon, mass: 1e6).crossSections(energy: energy)
        #expect(heavy.interference.value.magnitude < 1e-12 * heavy.standardModel.value)
    }

    @Test("the interference changes sign between ν_μ and ν_τ")
    func interferenceFlips() throws {
        let muon = try process(.muon).differential(recoil: 3e-4, energy: energy)
        let tau = try process(.tau).differential(recoil: 3e-4, energy: energy)
        #expect(muon.interference != 0)
        #expect(muon.interference == -tau.interference)
        #expect(muon.boson == tau.boson)
    }

    @Test("a tree-level mixing that cancels the loop leaves the Standard Model")
    func treeLevelCancels() throws {
        let loop = try KineticMixing(coupling: 5e-4).loopAtZero.value
        let part = try process(.muon, treeLevel: -loop).differential(recoil: 0, energy: energy)
        #expect(part.boson < 1e-25 * part.standardModel)
    }

    @Test(
        "the integral agrees with an equidistant sum, for a light, a middle and a heavy boson",
        arguments: [3e-4, 3e-3, 0.1])
    func totalAgreesWithMidpointSum(mass: Double) throws {
        let scattering = try process(.muon, mass: mass)
        let window = 1e-4...6e-4
        let steps = 4000
        var sum = 0.0
        for step in 0..<steps {
            let recoil = 1e-4 + 5e-4 * (Double(step) + 0.5) / Double(steps)
            sum += try scattering.differential(recoil: recoil, energy: energy).total * 5e-4 / Double(steps)
        }
        let total = try scattering.crossSections(energy: energy, recoils: window).total
        #expect((total.value / sum - 1).magnitude < 1e-6)
        #expect(total.relativeError < 1e-9)
    }

    @Test("recoils beyond the kinematic end do not occur")
    func recoilEnds() throws {
        let top = NeutrinoElectronScattering.maximumRecoil(energy: energy)
        #expect((top / 0.6650e-3 - 1).magnitude < 1e-3)
        #expect(try process(.muon).differential(recoil: top * 1.0001, energy: energy).total == 0)
        #expect(try process(.muon).differential(recoil: -1e-9, energy: energy).total == 0)
    }

    @Test("impossible energies, masses and windows are refused")
    func badArguments() throws {
        #expect(throws: MixingError.self) { try process(.muon, mass: 0) }
        #expect(throws: MixingError.self) { try process(.muon).crossSections(energy: -1) }
        #expect(throws: MixingError.self) { try process(.muon).crossSections(energy: energy, recoils: 1e-3...2e-3) }
    }
}

@Suite("Solar neutrinos as a bound")
struct SolarScatteringRecastTests {
    private let window = (lower: 0.0, upper: 1e-3)

    private func recast(_ excess: Double) -> SolarScatteringRecast {
        SolarScatteringRecast(
            line: .beryllium7, smallestRecoil: window.lower, largestRecoil: window.upper, allowedExcess: excess)
    }

    @Test("oscillated flavours add up to one, for random angles")
    func probabilitiesAddUp() {
        var random = ConstraintRandom(seed: 4)
        for _ in 0..<100 {
            let mixing = LeptonMixing(
                sinSquared12: random.next(), sinSquared13: random.next(), sinSquared23: random.next(),
                cosineOfPhase: random.next(in: -1...1), sources: [])
            let all = NeutrinoFlavour.allCases.map { mixing.averagedProbability(to: $0) }
            #expect((all.reduce(0, +) - 1).magnitude < 1e-14)
            #expect(all.allSatisfy { $0 >= -1e-15 })
        }
    }

    @Test("probabilities are those of the complex mixing matrix, for any CP phase")
    func complexMixingMatrix() {
        var random = ConstraintRandom(seed: 11)
        for index in 0..<50 {
            let (s12, s13, s23) = (random.next(), random.next(), random.next())
            // The phase's cosine is often far from zero, and its sine of either sign.
            let cosine = index == 0 ? 0 : random.next(in: -1...1)
            let phase = (re: cosine, im: (1 - cosine * cosine).squareRoot() * (index % 2 == 0 ? 1 : -1))
            let mixing = LeptonMixing(
                sinSquared12: s12, sinSquared13: s13, sinSquared23: s23, cosineOfPhase: cosine, sources: [])
            let squares = Self.squaredElements(s12.squareRoot(), s13.squareRoot(), s23.squareRoot(), phase: phase)
            for (row, flavour) in NeutrinoFlavour.allCases.enumerated() {
                let expected = zip(squares[0], squares[row]).reduce(0) { $0 + $1.0 * $1.1 }
                #expect((mixing.averagedProbability(to: flavour) - expected).magnitude < 1e-14, "\(flavour)")
            }
        }
    }

    /// |U_αi|² of U = R(θ₂₃) R(θ₁₃, δ) R(θ₁₂), multiplied out as complex matrices; `phase` is e^{iδ}.
    private static func squaredElements(
        _ s12: Double, _ s13: Double, _ s23: Double, phase: (re: Double, im: Double)
    ) -> [[Double]] {
        typealias Complex = (re: Double, im: Double)
        func rotation(_ i: Int, _ j: Int, _ sine: Double, _ phase: Complex) -> [[Complex]] {
            var matrix: [[Complex]] = (0..<3).map { row in (0..<3).map { row == $0 ? (1, 0) : (0, 0) } }
            let cosine = (1 - sine * sine).squareRoot()
            matrix[i][i] = (cosine, 0)
            matrix[j][j] = (cosine, 0)
            matrix[i][j] = (sine * phase.re, -sine * phase.im)
            matrix[j][i] = (-sine * phase.re, -sine * phase.im)
            return matrix
        }
        func times(_ a: [[Complex]], _ b: [[Complex]]) -> [[Complex]] {
            (0..<3).map { row in
                (0..<3).map { column in
                    (0..<3).reduce(into: Complex(0, 0)) { sum, k in
                        let (x, y) = (a[row][k], b[k][column])
                        sum.re += x.re * y.re - x.im * y.im
                        sum.im += x.re * y.im + x.im * y.re
                    }
                }
            }
        }
        let none: Complex = (1, 0)
        let matrix = times(times(rotation(1, 2, s23, none), rotation(0, 2, s13, phase)), rotation(0, 1, s12, none))
        return matrix.map { row in row.map { $0.re * $0.re + $0.im * $0.im } }
    }

    @Test("two flavours that mix maximally arrive as ν_e half of the time")
    func twoFlavours() {
        let mixing = LeptonMixing(
            sinSquared12: 0.5, sinSquared13: 0, sinSquared23: 0.5, cosineOfPhase: 0, sources: [])
        #expect((mixing.averagedProbability(to: .electron) - 0.5).magnitude < 1e-15)
        #expect((mixing.averagedProbability(to: .muon) - 0.25).magnitude < 1e-15)
    }

    @Test(
        "at the limit the rate exceeds the Standard Model's by the allowed fraction", arguments: [0.002, 0.01, 0.025])
    func limitClosesTheLoop(mass: Double) throws {
        let limit = try recast(0.08).limit(bosonMass: mass)
        let ratio = try recast(0.08).ratio(bosonMass: mass, mixing: try KineticMixing(coupling: limit.value))
        #expect((ratio.value - 1.08).magnitude < 1e-9)
        #expect(limit.relativeError < 1e-8)
    }

    @Test("8 and 16 % on the rate give the slopes 0.041 to 0.048 of an independent recast")
    func slopesOfTheRecast() throws {
        let low = try recast(0.08).limit(bosonMass: 0.01).value / 0.01
        let high = try recast(0.16).limit(bosonMass: 0.01).value / 0.01
        #expect((low / 0.041 - 1).magnitude < 0.03, "\(low)")
        #expect((high / 0.048 - 1).magnitude < 0.03, "\(high)")
    }

    @Test("the octant of the angle moves the limit by several per cent, through the interference")
    func octantMatters() throws {
        var line = SolarNeutrinoLine.beryllium7
        line.mixing = .standard
        let measured = SolarScatteringRecast(
            line: line, smallestRecoil: 0, largestRecoil: 1e-3, allowedExcess: 0.08)
        let ratio = try measured.limit(bosonMass: 0.01).value / recast(0.08).limit(bosonMass: 0.01).value
        #expect(ratio > 1.02 && ratio < 1.08)
    }

    @Test("for a heavy boson the limit is a straight line")
    func heavyLimitIsALine() throws {
        let first = try recast(0.08).limit(bosonMass: 1).value
        let second = try recast(0.08).limit(bosonMass: 2).value
        #expect((second / first - 2).magnitude < 1e-6)
    }

    @Test("no allowed excess gives no limit")
    func noExcess() {
        #expect(throws: MixingError.noAllowedCoupling(ceiling: 0)) { try recast(0).limit(bosonMass: 0.01) }
    }
}
