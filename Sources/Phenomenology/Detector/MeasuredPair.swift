import Kinematics

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// What is measured of an event: the directions of muon and electron, and the electron's energy.
package struct MeasuredPair: Hashable, Sendable {
    /// The angle to the beam as a vector across it: its length is the polar angle. Radians.
    package var muon: PlaneAngle
    package var electron: PlaneAngle
    /// GeV.
    package var electronEnergy: Double

    package init(muon: PlaneAngle, electron: PlaneAngle, electronEnergy: Double) {
        self.muon = muon
        self.electron = electron
        self.electronEnergy = electronEnergy
    }

    /// |π − |φ_μ − φ_e||: zero where beam, muon and electron lie in a plane. Radians.
    package var acoplanarity: Double {
        abs(Double.pi - abs(atan2(muon.y, muon.x) - atan2(electron.y, electron.x)))
    }

    /// The electron's angle over the one that an elastic electron of the same energy has; infinite where there is none.
    package func ratio(_ kinematics: ElasticKinematics) -> Double {
        let recoil = electronEnergy - kinematics.electronMass
        guard recoil > 0, recoil < kinematics.maximumRecoil else { return .infinity }
        return electron.length / kinematics.electronAngle(recoil: recoil)
    }
}

/// A small angle in two projections, radians.
package struct PlaneAngle: Hashable, Sendable {
    package var x: Double
    package var y: Double

    @inlinable
    package init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }

    /// The direction of a momentum: as long as its polar angle.
    package init(_ vector: FourVector) {
        let across = vector.transverseMomentum
        let scale = across > 0 ? vector.polarAngle / across : 0
        self.init(x: scale * vector.x, y: scale * vector.y)
    }

    @inlinable package var length: Double { (x * x + y * y).squareRoot() }

    @inlinable
    package static func + (a: PlaneAngle, b: PlaneAngle) -> PlaneAngle { PlaneAngle(x: a.x + b.x, y: a.y + b.y) }

    @inlinable
    package static func * (factor: Double, a: PlaneAngle) -> PlaneAngle {
        PlaneAngle(x: factor * a.x, y: factor * a.y)
    }

    /// Of a length and an azimuth.
    @inlinable
    package static func polar(_ length: Double, azimuth: Double) -> PlaneAngle {
        PlaneAngle(x: length * cos(azimuth), y: length * sin(azimuth))
    }
}
