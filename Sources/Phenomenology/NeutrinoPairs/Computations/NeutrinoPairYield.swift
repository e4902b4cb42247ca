import Computing
import NumericalMethods
import SignalPhysics

/// Events of μe → μeνν̄ with one flavour of neutrinos within cuts: four-fermion theory, the pair integrated in closed form.
/// A statistical error.
public struct NeutrinoPairYield: Computation {
    public var process: NeutrinoPairProcess
    public var cuts: SelectionCuts
    /// fb⁻¹.
    public var luminosity: Double
    public var map: NeutrinoPairMonteCarlo.Map
    /// The relative error below which the points are not doubled any more.
    public var relativeError: Double
    /// Of each of the 16 replicas, at first and at last.
    public var points: Int
    public var largestPoints: Int
    /// Once as many events have passed the cuts, the points are not doubled any more either.
    public var largestPassed: Int

    public init(
        process: NeutrinoPairProcess, cuts: SelectionCuts, luminosity: Double,
        map: NeutrinoPairMonteCarlo.Map = .both, relativeError: Double = 3e-3, points: Int = 16384,
        largestPoints: Int = 131_072, largestPassed: Int = 400_000
    ) {
        self.process = process
        self.cuts = cuts
        self.luminosity = luminosity
        self.map = map
        self.relativeError = relativeError
        self.points = points
        self.largestPoints = largestPoints
        self.largestPassed = largestPassed
    }

    public func compute(_ input: ()) throws -> Estimate {
        var points = points
        while true {
            let isLast = points > largestPoints / 2
            do {
                let (found, passed) = try NeutrinoPairMonteCarlo(process, map: map, points: points).counted(cuts)
                if isLast || passed >= largestPassed || found.error <= relativeError * found.value {
                    return found.scaled(by: luminosity)
                }
            } catch let error as NumericalError {
                // With more points there may be an event.
                if isLast { throw error }
            }
            points *= 2
        }
    }
}

/// The same by the second method, with W and Z as they are and the neutrinos' own momenta. A statistical error.
public struct NeutrinoPairFullYield: Computation {
    public var process: NeutrinoPairProcess
    public var cuts: SelectionCuts
    /// fb⁻¹.
    public var luminosity: Double
    public var hasWidths: Bool
    /// Of each of the 16 replicas.
    public var points: Int

    public init(
        process: NeutrinoPairProcess, cuts: SelectionCuts, luminosity: Double, hasWidths: Bool = false,
        points: Int = 16384
    ) {
        self.process = process
        self.cuts = cuts
        self.luminosity = luminosity
        self.hasWidths = hasWidths
        self.points = points
    }

    public func compute(_ input: ()) throws -> Estimate {
        try NeutrinoPairFullMonteCarlo(process, hasWidths: hasWidths, points: points).crossSection(cuts)
            .scaled(by: luminosity)
    }
}
