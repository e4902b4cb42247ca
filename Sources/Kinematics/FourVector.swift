/// A four-vector (E, p⃗) with the metric (+, −, −, −). GeV.
public struct FourVector: Hashable, Sendable {
    public var energy: Double
    public var x: Double
    public var y: Double
    public var z: Double

    @inlinable
    public init(energy: Double, x: Double, y: Double, z: Double) {
        self.energy = energy
        self.x = x
        self.y = y
        self.z = z
    }

    /// On the mass shell.
    @inlinable
    public init(mass: Double, x: Double, y: Double, z: Double) {
        self.init(energy: (mass * mass + x * x + y * y + z * z).squareRoot(), x: x, y: y, z: z)
    }

    @inlinable
    public static func + (a: FourVector, b: FourVector) -> FourVector {
        FourVector(energy: a.energy + b.energy, x: a.x + b.x, y: a.y + b.y, z: a.z + b.z)
    }

    @inlinable
    public static func - (a: FourVector, b: FourVector) -> FourVector {
        FourVector(energy: a.energy - b.energy, x: a.x - b.x, y: a.y - b.y, z: a.z - b.z)
    }

    @inlinable
    public static func * (factor: Double, a: FourVector) -> FourVector {
        FourVector(energy: factor * a.energy, x: factor * a.x, y: factor * a.y, z: factor * a.z)
    }

    /// The invariant product a·b.
    @inlinable
    public static func * (a: FourVector, b: FourVector) -> Double {
        a.energy * b.energy - a.x * b.x - a.y * b.y - a.z * b.z
    }

    /// a·a.
    @inlinable public var square: Double { self * self }

    @inlinable public var momentumSquared: Double { x * x + y * y + z * z }

    @inlinable public var momentum: Double { momentumSquared.squareRoot() }

    /// |p⃗| transverse to z.
    @inlinable public var transverseMomentum: Double { (x * x + y * y).squareRoot() }

    /// The vector, given in the rest frame of `frame`, as seen where `frame` has its momentum.
    ///
    /// - Parameter frame: timelike, with positive energy.
    @inlinable
    public func boosted(fromRestOf frame: FourVector) -> FourVector {
        let mass = (frame.square).squareRoot()
        let energy = (frame.energy * self.energy + frame.x * x + frame.y * y + frame.z * z) / mass
        let factor = (energy + self.energy) / (frame.energy + mass)
        return FourVector(
            energy: energy, x: x + factor * frame.x, y: y + factor * frame.y, z: z + factor * frame.z)
    }
}
