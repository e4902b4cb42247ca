import BosonPhysics
import CosmologyPhysics
import NumericalMethods
import Reference
import Testing

@Suite("Annihilation of dark matter through the boson")
struct DarkMatterAnnihilationTests {
    @Test("4.4e-26 cm³/s with g_χ = g′ and m_Z′ = 3m_χ = 90 MeV needs g′ = 4.0402e-3")
    func thermalTargetMatchesTheReference() throws {
        let annihilation = try DarkMatterAnnihilation(kind: .dirac, mass: 0.03, mediatorMass: 0.09)
        // ħc in GeV cm, and c in cm/s.
        let hbarC = 1.973269804e-14
        let product = try annihilation.couplingProduct(crossSection: 4.4e-26 / (hbarC * hbarC * 2.99792458e10))
        #expect((product.value.squareRoot() / 4.0402e-3 - 1).magnitude < 2e-5)
    }

    @Test("the p-wave has the closed form m_χ²/6π(4m_χ²−m²)² times the sum over leptons", arguments: [0.05, 0.3, 4])
    func thresholdOfThePWave(mass: Double) throws {
        let inputs = ParticleInputs.standard
        var sum = 1.0
        for lepton in [inputs.muonMass, inputs.tauMass] where lepton < mass {
            let r = lepton * lepton / (mass * mass)
            sum += (1 + r / 2) * (1 - r).squareRoot()
        }
        let distance = 4 * mass * mass - 9 * mass * mass
        let expected = mass * mass * sum / (6 * Double.pi * distance * distance)
        for kind in [DarkMatterKind.complexScalar, .majorana] {
            let found = try DarkMatterAnnihilation(kind: kind, mass: mass, mediatorMass: 3 * mass).thresholdCoefficient
            #expect((found.value / expected - 1).magnitude < 1e-13)
        }
    }

    @Test("the whole cross section meets its threshold form as v → 0", arguments: DarkMatterKind.allCases)
    func threshold(kind: DarkMatterKind) throws {
        for mass in [0.02, 0.2, 3] {
            let annihilation = try DarkMatterAnnihilation(kind: kind, mass: mass, mediatorMass: 3 * mass)
            let energy = 2 * mass * (1 + 1e-7)
            let beta = (1 - 4 * mass * mass / (energy * energy)).squareRoot()
            let velocity = kind.velocityOrder == 0 ? 1 : 4 * beta * beta
            let found = try annihilation.crossSectionTimesVelocity(energy: energy).value / velocity
            #expect((found / annihilation.thresholdCoefficient.value - 1).magnitude < 2e-6)
        }
    }

    @Test(
        "detailed balance: decay of the virtual boson and its formation give the same cross section",
        arguments: DarkMatterKind.allCases)
    func detailedBalance(kind: DarkMatterKind) throws {
        var random = ConstraintRandom(seed: 5)
        for _ in 0..<50 {
            let mass = exponential(random.next(in: -2.5...1))
            let mediator = mass * random.next(in: 2.1...10)
            let energy = 2 * mass * random.next(in: 1.01...1.04)
            let widths = try ZPrimeWidths(mass: energy, coupling: 1, darkMatter: (kind, mass, 1))
            // σ = [3/(2S+1)²] (4π/k²) s Γ_i Γ_f/(s−m²)², twice that for identical particles, k = β√s/2, v = 2β.
            let s = energy * energy
            let beta = (1 - 4 * mass * mass / s).squareRoot()
            let statistics = 3 / (kind.spinStates * kind.spinStates) * (kind.hasAntiparticle ? 1 : 2)
            let distance = s - mediator * mediator
            let rate = 4 * Double.pi / (s * beta * beta / 4) * s * widths.darkMatter * widths.standardModel
            let expected = 2 * beta * statistics * rate / (distance * distance)
            let annihilation = try DarkMatterAnnihilation(kind: kind, mass: mass, mediatorMass: mediator)
            let found = try annihilation.crossSectionTimesVelocity(energy: energy).value
            #expect((found / expected - 1).magnitude < 1e-10)
        }
    }

    @Test("a Dirac pair's cross section is that of the explicit traces, integrated over angles")
    func explicitTraces() throws {
        let inputs = ParticleInputs.standard
        for (mass, mediator, energy) in [(0.3, 0.9, 0.65), (2.5, 7.0, 5.4), (0.02, 0.07, 0.045)] {
            var sum = 0.0
            // A massless left-handed pair has half of the vector trace.
            let products: [(Double, Double)] = [(0, 1), (inputs.muonMass, 1), (inputs.tauMass, 1)]
            for (lepton, states) in products where 2 * lepton < energy {
                let angular = try Quadrature.adaptive(over: -1...1) {
                    Self.contraction(energy: energy, incoming: mass, outgoing: lepton, cosine: $0)
                }
                let velocity = (1 - 4 * lepton * lepton / (energy * energy)).squareRoot()
                // ¼Σ|M|², flux 4E₁E₂v = s v, phase space β/16π per unit of cos θ.
                sum += states * angular.value / 4 / (energy * energy) * velocity / (16 * Double.pi)
            }
            let distance = energy * energy - mediator * mediator
            let annihilation = try DarkMatterAnnihilation(kind: .dirac, mass: mass, mediatorMass: mediator)
            let found = try annihilation.crossSectionTimesVelocity(energy: energy).value
            #expect((found / (sum / (distance * distance)) - 1).magnitude < 1e-10)
        }
    }

    @Test("widths: all to neutrinos below 2m_μ; 1 : 1 : 1 for a heavy boson; dark matter shares by its coupling")
    func branchingRatios() throws {
        let light = try ZPrimeWidths(mass: 0.2, coupling: 1e-3)
        #expect(light.branchingRatios.neutrinos == 1)
        #expect((light.total.value - 1e-6 * 0.2 / (12 * Double.pi)).magnitude < 1e-22)
        let heavy = try ZPrimeWidths(mass: 1e4, coupling: 1, darkMatter: (.dirac, 1, 2)).branchingRatios
        #expect((heavy.neutrinos - 1.0 / 7).magnitude < 1e-7 && (heavy.muons - 1.0 / 7).magnitude < 1e-7)
        #expect((heavy.taus - 1.0 / 7).magnitude < 1e-7 && (heavy.darkMatter - 4.0 / 7).magnitude < 1e-7)
    }

    @Test("the resonance, light dark matter and energies below threshold are refused")
    func invalidArguments() throws {
        #expect(throws: CosmologyError.mediatorTooLight(mediator: 0.2, darkMatter: 0.1)) {
            try DarkMatterAnnihilation(kind: .dirac, mass: 0.1, mediatorMass: 0.2)
        }
        #expect(throws: CosmologyError.self) {
            try DarkMatterAnnihilation(kind: .dirac, mass: 1e-5, mediatorMass: 0.2)
        }
        let annihilation = try DarkMatterAnnihilation(kind: .dirac, mass: 0.1, mediatorMass: 0.3)
        #expect(throws: CosmologyError.self) { try annihilation.crossSectionTimesVelocity(energy: 0.19) }
    }

    /// L^μν L′_μν of two vector currents with L^μν = Tr[(p̸₁+m)γ^μ(p̸₂−m)γ^ν], from the 4×4 matrices, summed over indices.
    /// Massless products: with P_L, half of it on the symmetric part; two flavours make up for the half.
    private static func contraction(energy: Double, incoming: Double, outgoing: Double, cosine: Double) -> Double {
        let e = energy / 2
        let p = (e * e - incoming * incoming).squareRoot()
        let k = (e * e - outgoing * outgoing).squareRoot()
        let sine = (1 - cosine * cosine).squareRoot()
        let first = GammaMatrices.tensor([e, 0, 0, p], [e, 0, 0, -p], mass: incoming)
        let second = GammaMatrices.tensor(
            [e, k * sine, 0, k * cosine], [e, -k * sine, 0, -k * cosine], mass: outgoing)
        var sum = 0.0
        for mu in 0..<4 {
            for nu in 0..<4 {
                let sign = (mu == 0 ? 1.0 : -1) * (nu == 0 ? 1.0 : -1)
                sum += sign * first[mu][nu] * second[mu][nu]
            }
        }
        return sum
    }
}

/// Dirac matrices as numbers, for traces without algebra.
private enum GammaMatrices {
    typealias Matrix = [[SIMD2<Double>]]

    static let gamma: [Matrix] = {
        let o = SIMD2(0.0, 0)
        let l = SIMD2(1.0, 0)
        let i = SIMD2(0.0, 1)
        return [
            [[l, o, o, o], [o, l, o, o], [o, o, -l, o], [o, o, o, -l]],
            [[o, o, o, l], [o, o, l, o], [o, -l, o, o], [-l, o, o, o]],
            [[o, o, o, -i], [o, o, i, o], [o, i, o, o], [-i, o, o, o]],
            [[o, o, l, o], [o, o, o, -l], [-l, o, o, o], [o, l, o, o]],
        ]
    }()

    /// Tr[(p̸₁+m)γ^μ(p̸₂−m)γ^ν], its real part; upper indices.
    static func tensor(_ p1: [Double], _ p2: [Double], mass: Double) -> [[Double]] {
        let first = slashed(p1, mass)
        let second = slashed(p2, -mass)
        return gamma.map { mu in
            let left = product(product(first, mu), second)
            return gamma.map { nu in
                let whole = product(left, nu)
                return whole[0][0].x + whole[1][1].x + whole[2][2].x + whole[3][3].x
            }
        }
    }

    private static func slashed(_ p: [Double], _ mass: Double) -> Matrix {
        (0..<4).map { row in
            (0..<4).map { column in
                var sum = p[0] * gamma[0][row][column]
                for index in 1..<4 { sum -= p[index] * gamma[index][row][column] }
                return row == column ? sum + SIMD2(mass, 0) : sum
            }
        }
    }

    private static func product(_ a: Matrix, _ b: Matrix) -> Matrix {
        (0..<4).map { row in
            (0..<4).map { column in
                var sum = SIMD2(0.0, 0)
                for k in 0..<4 {
                    let (x, y) = (a[row][k], b[k][column])
                    sum += SIMD2(x.x * y.x - x.y * y.y, x.x * y.y + x.y * y.x)
                }
                return sum
            }
        }
    }
}
