import Kinematics
import NumericalMethods
import TestPhysics
import Testing

@testable import Amplitudes

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

@Suite struct MuonEmissionSliceTests {
    /// A random slice inside phase space, and a Δ in it.
    func sample(_ index: Int, mass: Double) -> (slice: MuonEmissionSlice, muonEnergy: Double, transfer: Double)? {
        let stream = RandomStream("slices")
        func u(_ counter: Int) -> Double { stream.uniform(at: UInt64(4 * index + counter)) }
        let emission = FixedTargetEmission(
            beamEnergy: 150, muonMass: Masses.muon, electronMass: Masses.electron, bosonMass: mass)
        guard let recoils = emission.recoilRange else { return nil }
        let recoil = recoils.lowerBound * pow(recoils.upperBound / recoils.lowerBound, u(0))
        guard let energies = emission.muonEnergyRange(recoil: recoil, halfAngleSineSquared: 0) else { return nil }
        let muonEnergy = energies.lowerBound + u(1) * (energies.upperBound - energies.lowerBound)
        let slice = MuonEmissionSlice(emission, recoil: recoil, muonEnergy: muonEnergy)
        let lower = max(slice.lowerTransfer, slice.forwardTransfer)
        return (slice, muonEnergy, lower + u(2) * (slice.upperTransfer - lower))
    }

    func traces(_ mass: Double) -> MuonEmission {
        MuonEmission(muonMass: Masses.muon, bosonMass: mass, fineStructure: Masses.fineStructure, coupling: 1e-3)
    }

    @Test(arguments: [1e-3, 0.02, 0.1, 0.25]) func theAzimuthalAverageIsTheMeanOverTheCircle(mass: Double) throws {
        // A soft boson's emission before and after cancels as (m/m_μ)².
        let tolerance = max(1e-10, 1e-14 * (Masses.muon * Masses.muon) / (mass * mass) * 50)
        var tested = 0
        for index in 0..<300 {
            guard let (slice, _, transfer) = sample(index, mass: mass) else { continue }
            let (point, _) = slice.invariants(transfer: transfer)
            let average = traces(mass).azimuthalAverage(point)
            // The trapezoidal rule converges geometrically on a circle.
            let points = 2048
            var sum = 0.0
            for step in 0..<points {
                let cosine = cos(2 * Double.pi * Double(step) / Double(points))
                sum += traces(mass).squaredAmplitude(point.point(cosine: cosine))
            }
            #expect(abs(average * Double(points) / sum - 1) < tolerance, "point \(index)")
            tested += 1
        }
        #expect(tested > 250)
    }

    @Test func theInvariantsAreThoseOfLaboratoryMomenta() throws {
        let mass = 0.1
        for index in 0..<200 {
            guard let (slice, muonEnergy, transfer) = sample(index, mass: mass) else { continue }
            let (point, size) = slice.invariants(transfer: transfer)
            // The laboratory frame: beam along z, the muon in the xz plane.
            let beam = (150 * 150 - Masses.muon * Masses.muon).squareRoot()
            let momentum = (muonEnergy * muonEnergy - Masses.muon * Masses.muon).squareRoot()
            let cosine = 1 - (transfer - slice.forwardTransfer) / (beam * momentum)
            let sine = (1 - cosine * cosine).squareRoot()
            let muon = FourVector(mass: Masses.muon, x: 0, y: 0, z: beam)
            let finalMuon = FourVector(mass: Masses.muon, x: momentum * sine, y: 0, z: momentum * cosine)
            let rest = (x: -finalMuon.x, z: beam - finalMuon.z)
            let axis = (rest.x * rest.x + rest.z * rest.z).squareRoot()
            #expect(abs(axis / size - 1) < 1e-9)
            let electronMomentum = (slice.recoil * (slice.recoil + 2 * Masses.electron)).squareRoot()
            let remaining = 150 - muonEnergy + Masses.electron
            let massSquared = remaining * remaining - axis * axis
            let along =
                (remaining * (slice.recoil + Masses.electron)
                    - 0.5 * (massSquared + Masses.electron * Masses.electron - mass * mass)) / axis
            let across = max(electronMomentum * electronMomentum - along * along, 0).squareRoot()
            // The plane's normal is y; the transverse direction in the plane points to the side of p⃗.
            let side = (x: rest.z / axis, z: -rest.x / axis)
            for azimuth in [0.0, 1, 2.5] {
                let electron = FourVector(
                    mass: Masses.electron, x: along * rest.x / axis + across * cos(azimuth) * side.x,
                    y: across * sin(azimuth), z: along * rest.z / axis + across * cos(azimuth) * side.z)
                let q = FourVector(mass: Masses.electron, x: 0, y: 0, z: 0) - electron
                let a = 2 * (muon * q) + q.square
                let b = 2 * (finalMuon * q) - q.square
                let cosine = cos(azimuth)
                let computed = point.aMean + point.aAmplitude * cosine
                // Laboratory products of 150 GeV lose ten digits.
                let rounding = 1e-11 * 150 * max(slice.recoil, 1) + 1e-5 * abs(a)
                #expect(abs(computed - a) < rounding, "point \(index) at φ = \(azimuth): \(computed), \(a)")
                #expect(abs(computed - point.difference - b) < rounding)
                guard slice.recoil > 0.05, mass > 0.01 else { continue }
                // The amplitude itself, from spinors in the centre-of-mass frame.
                let rest = FourVector(energy: 150 + Masses.electron, x: 0, y: 0, z: -beam)
                let target = FourVector(mass: Masses.electron, x: 0, y: 0, z: 0)
                let boson = muon + target - finalMuon - electron
                let laboratory = MuonEmissionMomenta(
                    muon: muon, electron: target, finalMuon: finalMuon, finalElectron: electron,
                    boson: FourVector(mass: mass, x: boson.x, y: boson.y, z: boson.z))
                let spinors = MuonEmissionSpinors(
                    muonMass: Masses.muon, electronMass: Masses.electron, bosonMass: mass,
                    fineStructure: Masses.fineStructure, coupling: 1e-3)
                let expected = spinors.squaredAmplitude(laboratory.boosted(rest))
                let value = traces(mass).squaredAmplitude(point.point(cosine: cosine))
                #expect(abs(value / expected - 1) < 1e-4, "point \(index) at φ = \(azimuth)")
            }
        }
    }
}
