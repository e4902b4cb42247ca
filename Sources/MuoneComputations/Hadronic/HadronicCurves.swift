import BuildGraph
import Foundation
import HadronicPhysics
import Kinematics
import MuoneParameters
import NumericalMethods
import Reference

/// The two scattering angles of elastic events, and R_had − 1 along them.
public struct ElasticCorrelation: Computation {
    public var particles: ParticleInputs
    public var beamEnergy: Double
    public var running: HadronicRunning
    /// Electron energies, GeV: those that the beam cannot give are left out; the largest one is added.
    public var energies: LogarithmicGrid
    /// Energies that are marked on the curve, GeV.
    public var marks: [Double]

    public struct Points: Codable, Hashable, Sendable {
        /// GeV.
        public var electronEnergy: [Double]
        /// Radians.
        public var electronAngle: [Double]
        public var muonAngle: [Double]
        /// R_had − 1.
        public var excess: [Double]

        init() {
            (electronEnergy, electronAngle, muonAngle, excess) = ([], [], [], [])
        }
    }

    public struct Result: Codable, Hashable, Sendable {
        public var curve: Points
        public var marks: Points
    }

    public init(
        particles: ParticleInputs, beamEnergy: Double, running: HadronicRunning, energies: LogarithmicGrid,
        marks: [Double]
    ) {
        self.particles = particles
        self.beamEnergy = beamEnergy
        self.running = running
        self.energies = energies
        self.marks = marks
    }

    public func compute(_ input: ()) throws -> Result {
        let kinematics = try ElasticKinematics(beamEnergy: beamEnergy, inputs: particles)
        let ratio = try ElasticRunningRatio(hadrons: running, inputs: particles)
        let largest = kinematics.maximumElectronEnergy
        // The muon's angle has a maximum, and both angles fall to zero at the end of the range like the root of what is
        // left: the grid alone would miss both.
        let top = kinematics.electronEnergyAtMaximumMuonAngle
        let end = LogarithmicGrid(lower: 1e-8, upper: 0.5, count: 81).points.map { largest * (1 - $0) } + [largest]
        let grid = (energies.points + [top] + end).filter { $0 > particles.electronMass && $0 <= largest }.sorted()
        func points(_ energies: [Double]) throws -> Points {
            var points = Points()
            for energy in energies {
                points.electronEnergy.append(energy)
                points.electronAngle.append(try kinematics.electronScatteringAngle(atElectronEnergy: energy))
                points.muonAngle.append(try kinematics.muonScatteringAngle(atElectronEnergy: energy))
                points.excess.append(ratio.excess(q2: -2 * particles.electronMass * (energy - particles.electronMass)))
            }
            return points
        }
        return Result(
            curve: try points(grid), marks: try points(marks.filter { $0 > particles.electronMass && $0 < largest }))
    }
}

/// The integrand (1−x) Δα_had[t(x)] over x, with the largest measured x among the points.
public struct HadronicIntegrand: Computation {
    public var particles: ParticleInputs
    public var beamEnergy: Double
    public var running: HadronicRunning
    /// Points over 0 … 1.
    public var count: Int
    /// −t (GeV²) of points that are marked.
    public var marks: [Double]

    public struct Result: Codable, Hashable, Sendable {
        public var measured: Curve
        public var extrapolated: Curve
        /// x and integrand at each of the marked −t.
        public var marks: Curve
    }

    public init(
        particles: ParticleInputs, beamEnergy: Double, running: HadronicRunning, count: Int, marks: [Double]
    ) {
        self.particles = particles
        self.beamEnergy = beamEnergy
        self.running = running
        self.count = count
        self.marks = marks
    }

    public func compute(_ input: ()) throws -> Result {
        let kinematics = try ElasticKinematics(beamEnergy: beamEnergy, inputs: particles)
        let moment = try HadronicMoment(running: running, inputs: particles)
        let largest = try SpacelikeFraction.x(
            recoil: kinematics.maximumRecoil, electronMass: particles.electronMass, muonMass: particles.muonMass)
        func curve(_ x: [Double]) -> Curve {
            Curve(x: x, estimates: x.map { .closedForm(moment.integrand(x: $0)) })
        }
        // Denser towards x = 1, where the integrand falls to zero like (1−x) ln(1−x).
        let grid = (0...count).map { index in
            let left = 1 - Double(index) / Double(count)
            return 1 - left * left
        }
        return Result(
            measured: curve(grid.filter { $0 < largest } + [largest]),
            extrapolated: curve([largest] + grid.filter { $0 > largest }),
            marks: curve(try marks.map { try SpacelikeFraction.x(q2: -$0, muonMass: particles.muonMass) }))
    }
}

/// Δα_had and Δα_lep over −t (GeV²).
public struct RunningCurves: Computation {
    public var particles: ParticleInputs
    public var running: HadronicRunning
    public var momenta: LogarithmicGrid

    public struct Result: Codable, Hashable, Sendable {
        public var hadrons: Curve
        /// −K t/15.
        public var slope: Curve
        public var leptons: Curve
        public var electron: Curve
    }

    public init(particles: ParticleInputs, running: HadronicRunning, momenta: LogarithmicGrid) {
        self.particles = particles
        self.running = running
        self.momenta = momenta
    }

    public func compute(_ input: ()) throws -> Result {
        let leptons = try LeptonicRunning(inputs: particles)
        let points = momenta.points
        func curve(_ f: (Double) -> Estimate) -> Curve { Curve(x: points, estimates: points.map { f(-$0) }) }
        return Result(
            hadrons: curve(running.estimate(q2:)), slope: curve { .closedForm(-running.k * $0 / 15) },
            leptons: curve(leptons.estimate(q2:)), electron: curve(leptons.electron.estimate(q2:)))
    }
}
