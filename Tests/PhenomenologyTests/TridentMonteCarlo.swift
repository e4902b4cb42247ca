import Foundation
import Reference

@testable import TridentPhysics

/// The second method for trident production: explicit Dirac matrices and photon polarisations, and random events in the
/// full three-body phase space. It shares no formula with the library but the Standard Model couplings.
struct TridentMonteCarlo {
    struct Result {
        /// σ_SM in GeV⁻², and one standard deviation.
        var standardModel: (value: Double, error: Double)
        /// σ/σ_SM, and one standard deviation.
        var ratio: (value: Double, error: Double)
    }

    var experiment: TridentExperiment
    var inputs = ParticleInputs.standard

    func run(points: Int, seed: UInt64, mass: Double, coupling: Double) -> Result {
        var random = ConstraintRandom(seed: seed)
        let muon = inputs.muonMass
        let radius = 1.3 * cbrt(Double(experiment.massNumber)) / 0.1973269804
        let c = radius * radius / (20 * experiment.neutrinoEnergy * experiment.neutrinoEnergy)
        let threshold = 4 * muon * muon
        let largest = (30 / c).squareRoot()
        let vacuumSquared = 1 / (2.0.squareRoot() * inputs.fermiConstant)
        let vectorSM = 0.5 + 2 * inputs.weakMixingAngleSquared
        var sums = (sm: 0.0, smSquared: 0.0, full: 0.0)
        var pairs: [(Double, Double)] = []
        for _ in 0..<points {
            // ln s, ln W², and Q² as the square of a uniform variable.
            let s = threshold * pow(largest / threshold, random.next())
            let spread = log(s / threshold)
            let w2 = threshold * exp(spread * random.next())
            let r = random.next()
            let q2 = (s - w2) * r * r
            let beta = (1 - threshold / w2).squareRoot()
            let rapidity = atanh(beta)
            let t = random.next(in: -1...1)
            let cosine = tanh(t * rapidity) / beta
            let phi = random.next(in: 0...2 * Double.pi)
            let angular = 2 * rapidity * (1 - beta * beta * cosine * cosine) / beta
            let measure = log(largest / threshold) * spread * w2 * 2 * r * (s - w2) * angular
            let flux = experiment.nuclearCharge * experiment.nuclearCharge
            let photon = Double(flux) * inputs.fineStructure / Double.pi * exponentialIntegral(c * s * s)
            // 1/2s · dW²/2π · dQ²/8πs · β/8π d cos θ*/2, and the angles.
            let phaseSpace =
                1 / (2 * s) / (2 * Double.pi) / (8 * Double.pi * s) * beta / (16 * Double.pi)
            let event = Event(s: s, w2: w2, q2: q2, cosine: cosine, phi: phi, muon: muon)
            let weight = measure * photon * phaseSpace
            let boson = vacuumSquared * coupling * coupling / (mass * mass + q2)
            let sm = weight * event.squaredAmplitude(vector: vectorSM, axial: 0.5, inputs: inputs)
            let full = weight * event.squaredAmplitude(vector: vectorSM + boson, axial: 0.5, inputs: inputs)
            sums.sm += sm
            sums.smSquared += sm * sm
            sums.full += full
            pairs.append((sm, full))
        }
        let n = Double(points)
        let mean = sums.sm / n
        let ratio = sums.full / sums.sm
        let spread = pairs.reduce(0) { $0 + ($1.1 - ratio * $1.0) * ($1.1 - ratio * $1.0) }
        return Result(
            standardModel: (mean, ((sums.smSquared / n - mean * mean) / n).squareRoot()),
            ratio: (ratio, spread.squareRoot() / sums.sm))
    }

    /// E₁ from its definition, by the trapezoidal rule in ln t: slow and independent.
    private func exponentialIntegral(_ z: Double) -> Double {
        let lower = log(z)
        let upper = log(z + 40)
        let steps = 400
        var sum = 0.0
        for i in 0...steps {
            let weight = i == 0 || i == steps ? 0.5 : 1
            sum += weight * exp(-exp(lower + (upper - lower) * Double(i) / Double(steps)))
        }
        return sum * (upper - lower) / Double(steps)
    }
}

/// ν(k) γ(q) → ν(k′) μ⁻ μ⁺ in the centre-of-mass frame of the neutrino and the photon.
struct Event {
    typealias Vector = [Double]
    let k: Vector, q: Vector, kPrime: Vector, minus: Vector, plus: Vector
    let muon: Double

    init(s: Double, w2: Double, q2: Double, cosine: Double, phi: Double, muon: Double) {
        self.muon = muon
        let half = 0.5 * s.squareRoot()
        let k: Vector = [half, 0, 0, half]
        let q: Vector = [half, 0, 0, -half]
        let energy = (s - w2) / (4 * half)
        let c = 1 - q2 / (2 * half * energy)
        let kPrime: Vector = [energy, energy * max(0, 1 - c * c).squareRoot(), 0, energy * c]
        let p = (0..<4).map { k[$0] + q[$0] - kPrime[$0] }
        let w = w2.squareRoot()
        let momentum = (0.25 * w2 - muon * muon).squareRoot()
        // The decay angles refer to the photon's direction in the dimuon's frame: it carries the collinear peaks.
        let photon = Self.boost(q, to: p, mass: w, inverse: true)
        let axis = [photon[1] / photon[0], photon[2] / photon[0], photon[3] / photon[0]]
        let reference = abs(axis[1]) < 0.9 ? [0.0, 1, 0] : [1.0, 0, 0]
        var first = Self.cross(axis, reference)
        let length = (first[0] * first[0] + first[1] * first[1] + first[2] * first[2]).squareRoot()
        first = first.map { $0 / length }
        let second = Self.cross(axis, first)
        let sine = max(0, 1 - cosine * cosine).squareRoot()
        let direction = (0..<3).map {
            cosine * axis[$0] + sine * (cos(phi) * first[$0] + sin(phi) * second[$0])
        }
        let minus = Self.boost([0.5 * w] + direction.map { momentum * $0 }, to: p, mass: w, inverse: false)
        (self.k, self.q, self.kPrime, self.minus) = (k, q, kPrime, minus)
        plus = (0..<4).map { p[$0] - minus[$0] }
    }

    static func cross(_ a: Vector, _ b: Vector) -> Vector {
        [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]
    }

    static func boost(_ v: Vector, to p: Vector, mass: Double, inverse: Bool) -> Vector {
        let sign = inverse ? -1.0 : 1.0
        let dot = sign * (p[1] * v[1] + p[2] * v[2] + p[3] * v[3]) / mass
        let factor = dot / (p[0] + mass) + v[0] / mass
        return [p[0] / mass * v[0] + dot] + (1...3).map { v[$0] + sign * p[$0] * factor }
    }

    /// (G_F²/2) e² · ½ Σ_pol |j_α ū O^α v|², summed over the muons' spins by a trace of numbers.
    func squaredAmplitude(vector: Double, axial: Double, inputs: ParticleInputs) -> Double {
        let current = neutrinoCurrent()
        let minusLine = Matrix.slash(minus) + Matrix.unit(muon)
        let plusLine = Matrix.slash(plus) + Matrix.unit(-muon)
        let vertex = Matrix.slash(current) * (Matrix.unit(vector) + Matrix.gamma5.scaled(-axial))
        let first = Matrix.slash((0..<4).map { minus[$0] - q[$0] }) + Matrix.unit(muon)
        let second = Matrix.slash((0..<4).map { q[$0] - plus[$0] }) + Matrix.unit(muon)
        let firstDenominator = -2 * Self.product(minus, q)
        let secondDenominator = -2 * Self.product(plus, q)
        var sum = 0.0
        for polarisation in [[0.0, 1, 0, 0], [0.0, 0, 1, 0]] {
            let photon = Matrix.slash(polarisation)
            let amplitude =
                (photon * first * vertex).scaled(1 / firstDenominator)
                + (vertex * second * photon).scaled(1 / secondDenominator)
            sum += (minusLine * amplitude * plusLine * amplitude.barred).trace.re
        }
        let coupling = 4 * Double.pi * inputs.fineStructure
        return 0.5 * inputs.fermiConstant * inputs.fermiConstant * coupling * 0.5 * sum
    }

    static func product(_ a: Vector, _ b: Vector) -> Double {
        a[0] * b[0] - a[1] * b[1] - a[2] * b[2] - a[3] * b[3]
    }

    /// ū(k′)γ^α(1−γ₅)u(k) = 2 ξ†(k′)σ̄^α ξ(k)·√(2E·2E′) for left-handed spinors in the chiral basis.
    private func neutrinoCurrent() -> [Complex] {
        let a = Self.leftHanded(kPrime)
        let b = Self.leftHanded(k)
        let (a0, a1) = (a.0.conjugate, a.1.conjugate)
        let scale = 2.0
        let density = (a0 * b.0 + a1 * b.1).scaled(scale)
        let x = (a0 * b.1 + a1 * b.0).scaled(-scale)
        let y = (a0 * b.1 * Complex(0, -1) + a1 * b.0 * Complex(0, 1)).scaled(-scale)
        let z = (a0 * b.0 + (a1 * b.1).scaled(-1)).scaled(-scale)
        return [density, x, y, z]
    }

    /// √(2E) times the spinor of helicity −½ along p.
    private static func leftHanded(_ p: Vector) -> (Complex, Complex) {
        let theta = atan2((p[1] * p[1] + p[2] * p[2]).squareRoot(), p[3])
        let phi = atan2(p[2], p[1])
        let norm = (2 * p[0]).squareRoot()
        return (
            Complex(cos(phi), -sin(phi)).scaled(-norm * sin(0.5 * theta)), Complex(norm * cos(0.5 * theta), 0)
        )
    }
}

struct Complex {
    var re: Double, im: Double
    init(_ re: Double, _ im: Double) { (self.re, self.im) = (re, im) }
    var conjugate: Complex { Complex(re, -im) }
    func scaled(_ x: Double) -> Complex { Complex(re * x, im * x) }
    static func + (a: Complex, b: Complex) -> Complex { Complex(a.re + b.re, a.im + b.im) }
    static func * (a: Complex, b: Complex) -> Complex {
        Complex(a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re)
    }
}

/// A 4×4 matrix in the chiral basis of Dirac space, where γ₅ = diag(−1, −1, 1, 1).
struct Matrix {
    var e: [Complex]

    static func unit(_ x: Double) -> Matrix { diagonal([x, x, x, x]) }
    static let gamma5 = diagonal([-1, -1, 1, 1])

    static func diagonal(_ d: [Double]) -> Matrix {
        var m = Matrix(e: Array(repeating: Complex(0, 0), count: 16))
        for i in 0..<4 { m.e[5 * i] = Complex(d[i], 0) }
        return m
    }

    static func slash(_ p: [Double]) -> Matrix { slash(p.map { Complex($0, 0) }) }

    /// γ·p: p·σ above the diagonal, p·σ̄ below.
    static func slash(_ p: [Complex]) -> Matrix {
        var m = Matrix(e: Array(repeating: Complex(0, 0), count: 16))
        let minus = p[1] + (p[2] * Complex(0, -1))
        let plus = p[1] + (p[2] * Complex(0, 1))
        m.e[2] = p[0] + p[3].scaled(-1)
        m.e[3] = minus.scaled(-1)
        m.e[6] = plus.scaled(-1)
        m.e[7] = p[0] + p[3]
        m.e[8] = p[0] + p[3]
        m.e[9] = minus
        m.e[12] = plus
        m.e[13] = p[0] + p[3].scaled(-1)
        return m
    }

    func scaled(_ x: Double) -> Matrix { Matrix(e: e.map { $0.scaled(x) }) }

    var trace: Complex { e[0] + e[5] + e[10] + e[15] }

    /// γ⁰ M† γ⁰, with γ⁰ swapping the two halves.
    var barred: Matrix {
        var m = self
        for i in 0..<4 {
            for j in 0..<4 { m.e[4 * i + j] = e[4 * ((j + 2) % 4) + (i + 2) % 4].conjugate }
        }
        return m
    }

    static func + (a: Matrix, b: Matrix) -> Matrix { Matrix(e: zip(a.e, b.e).map { $0 + $1 }) }

    static func * (a: Matrix, b: Matrix) -> Matrix {
        var m = Matrix(e: Array(repeating: Complex(0, 0), count: 16))
        for i in 0..<4 {
            for k in 0..<4 {
                let x = a.e[4 * i + k]
                if x.re == 0 && x.im == 0 { continue }
                for j in 0..<4 { m.e[4 * i + j] = m.e[4 * i + j] + x * b.e[4 * k + j] }
            }
        }
        return m
    }
}
