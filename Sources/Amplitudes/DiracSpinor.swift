import ComplexModule
import Kinematics

/// A complex four-vector with upper index, metric (+, −, −, −).
package struct ComplexVector {
    package var energy: Complex<Double>
    package var x: Complex<Double>
    package var y: Complex<Double>
    package var z: Complex<Double>

    package init(energy: Complex<Double>, x: Complex<Double>, y: Complex<Double>, z: Complex<Double>) {
        self.energy = energy
        self.x = x
        self.y = y
        self.z = z
    }

    package init(_ vector: FourVector) {
        self.init(
            energy: Complex(vector.energy), x: Complex(vector.x), y: Complex(vector.y), z: Complex(vector.z))
    }
}

/// A Dirac spinor in the chiral representation: two left-handed components, then two right-handed ones.
package struct DiracSpinor {
    package var a: Complex<Double>
    package var b: Complex<Double>
    package var c: Complex<Double>
    package var d: Complex<Double>

    package init(_ a: Complex<Double>, _ b: Complex<Double>, _ c: Complex<Double>, _ d: Complex<Double>) {
        self.a = a
        self.b = b
        self.c = c
        self.d = d
    }

    /// u(p) of a particle whose spin along z is up or down in its rest frame, with ū u = 2m.
    package init(particle p: FourVector, mass: Double, up: Bool) {
        let norm = 1 / (2 * (p.energy + mass)).squareRoot()
        let scalar = p.energy + mass
        // σ·p⃗ on (1, 0) is (p_z, p_x + i p_y), on (0, 1) it is (p_x − i p_y, −p_z).
        let first = up ? Complex(p.z) : Complex(p.x, -p.y)
        let second = up ? Complex(p.x, p.y) : Complex(-p.z)
        let one = Complex(up ? scalar : 0)
        let two = Complex(up ? 0 : scalar)
        a = (one - first).multiplied(by: norm)
        b = (two - second).multiplied(by: norm)
        c = (one + first).multiplied(by: norm)
        d = (two + second).multiplied(by: norm)
    }

    /// v(p) of an antiparticle: γ⁵ times the particle's spinor obeys (p̸ + m)v = 0 and v̄ v = −2m; the spin label is a basis's.
    package init(antiparticle p: FourVector, mass: Double, up: Bool) {
        let u = DiracSpinor(particle: p, mass: mass, up: up)
        self.init(-u.a, -u.b, u.c, u.d)
    }

    package static func + (left: DiracSpinor, right: DiracSpinor) -> DiracSpinor {
        DiracSpinor(left.a + right.a, left.b + right.b, left.c + right.c, left.d + right.d)
    }

    package func scaled(by factor: Double) -> DiracSpinor {
        DiracSpinor(
            a.multiplied(by: factor), b.multiplied(by: factor), c.multiplied(by: factor), d.multiplied(by: factor))
    }

    /// v̸ times the spinor: γ^μ has σ^μ in the upper right block and σ̄^μ in the lower left.
    package func slashed(_ v: ComplexVector) -> DiracSpinor {
        let i = Complex<Double>.i
        let minus = v.x - i * v.y
        let plus = v.x + i * v.y
        return DiracSpinor(
            (v.energy - v.z) * c - minus * d, (v.energy + v.z) * d - plus * c, (v.energy + v.z) * a + minus * b,
            (v.energy - v.z) * b + plus * a)
    }

    /// The scalar ψ̄ χ of this spinor, barred, and another.
    package func bar(_ other: DiracSpinor) -> Complex<Double> {
        c.conjugate * other.a + d.conjugate * other.b + a.conjugate * other.c + b.conjugate * other.d
    }

    /// The current ψ̄ γ^μ χ.
    package func current(_ other: DiracSpinor) -> ComplexVector {
        let i = Complex<Double>.i
        let left = (
            a.conjugate * other.a, a.conjugate * other.b, b.conjugate * other.a, b.conjugate * other.b
        )
        let right = (
            c.conjugate * other.c, c.conjugate * other.d, d.conjugate * other.c, d.conjugate * other.d
        )
        let time = left.0 + left.3 + right.0 + right.3
        let x = right.1 + right.2 - left.1 - left.2
        let y = i * (right.2 - right.1 - left.2 + left.1)
        let z = right.0 - right.3 - left.0 + left.3
        return ComplexVector(energy: time, x: x, y: y, z: z)
    }
}

extension Complex where RealType == Double {
    package func multiplied(by factor: Double) -> Complex { Complex(real * factor, imaginary * factor) }
}
