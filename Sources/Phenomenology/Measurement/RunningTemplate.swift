import ElasticPhysics
import HadronicPhysics
import NumericalMethods
import Reference

/// The expected events in bins of the recoil as a function of K, M and, where it is free, of the normalisation ν:
///
///     N_i = (1 + ν) L ∫_bin dT dσ₀/dT |1/(1 − Δα_lep − Δα_had(t; K, M))|²
///
/// with t = −2m_e T. Radiative corrections other than the vacuum polarisation are left out.
public struct RunningTemplate: Sendable {
    public let settings: MeasurementSettings
    /// Of the bins, GeV.
    public let edges: [Double]
    /// Where the parameters start: the published template, ν = 0.
    public let start: [Double]
    /// Of all bins one after the other: t, the events without hadronic running, and 1 − Δα_lep.
    public private(set) var transfers: [Double] = []
    public private(set) var weights: [Double] = []
    public private(set) var known: [Double] = []
    /// The first node of each bin, and the number of all.
    public private(set) var firsts: [Int] = [0]

    /// - Parameter refinement: by what the order of the rules is multiplied, to see what they miss.
    /// - Throws: ``MeasurementError/invalidSettings(_:)``; `ElasticKinematicsError` for an impossible beam; ``RunningError``.
    public init(_ settings: MeasurementSettings, refinement: Int = 1) throws {
        try settings.validate()
        self.settings = settings
        let spectrum = try RecoilSpectrum(settings)
        let largest = spectrum.elastic.maximumRecoil
        guard largest > settings.minimumRecoil else {
            throw MeasurementError.invalidSettings(
                "no electron of a beam of \(settings.beamEnergy) GeV recoils by \(settings.minimumRecoil) GeV: lower it"
            )
        }
        edges = try ElasticBins(lower: settings.minimumRecoil, upper: largest, count: settings.bins).edges
        let running = HadronicRunning.published
        start = [running.k, running.m] + (settings.normalisation == .free ? [0] : [])
        let scale = Self.eventsPerCrossSection(settings)
        for (lower, upper) in zip(edges, edges.dropFirst()) {
            let rule = RecoilRule(from: lower, to: upper, refinement: refinement)
            for (recoil, weight) in zip(rule.recoils, rule.weights) {
                transfers.append(spectrum.elastic.momentumTransferSquared(recoil: recoil))
                weights.append(scale * weight * spectrum.elastic.density(recoil: recoil))
                known.append(1 - spectrum.knownRunning(recoil))
            }
            firsts.append(transfers.count)
        }
    }

    /// Events for a cross section of 1 GeV⁻².
    static func eventsPerCrossSection(_ settings: MeasurementSettings) -> Double {
        // (ħc)² in GeV² mb, and 10⁶ nb in a mb.
        settings.luminosity * settings.inputs.conversionConstant * 1e6
    }

    public var bins: Int { edges.count - 1 }

    /// The events of each bin; nil where the parameters are outside the domain.
    public func events(_ parameters: [Double]) -> [Double]? {
        guard let running = try? HadronicRunning(k: parameters[0], m: parameters[1]) else { return nil }
        let factor = parameters.count > 2 ? 1 + parameters[2] : 1
        return (0..<bins).map { bin in
            var sum = 0.0
            for node in firsts[bin]..<firsts[bin + 1] {
                let rest = known[node] - running.value(q2: transfers[node])
                sum += weights[node] / (rest * rest)
            }
            return factor * sum
        }
    }

    /// Events with their derivatives by the parameters.
    public struct Expansion: Sendable {
        public var events: [Double] = []
        /// Of one bin after the other.
        var flat: [Double] = []
        let order: Int

        /// One row a bin.
        public var derivatives: [[Double]] {
            events.indices.map { Array(flat[$0 * order..<($0 + 1) * order]) }
        }
    }

    /// The events of each bin with their derivatives; nil where the parameters are outside the domain.
    public func expansion(_ parameters: [Double]) -> Expansion? {
        guard parameters[0].isFinite, parameters[1].isFinite, parameters[1] > 0 else { return nil }
        let running = RunningKernel(k: parameters[0], m: parameters[1])
        let isFree = parameters.count > 2
        let factor = isFree ? 1 + parameters[2] : 1
        var expansion = Expansion(order: parameters.count)
        expansion.events.reserveCapacity(bins)
        expansion.flat.reserveCapacity(bins * parameters.count)
        for bin in 0..<bins {
            var sum = 0.0
            var byK = 0.0
            var byM = 0.0
            for node in firsts[bin]..<firsts[bin + 1] {
                let gradient = running.gradient(transfers[node])
                // Linear in K.
                let inverse = 1 / (known[node] - running.k * gradient.k)
                let rate = weights[node] * inverse * inverse
                sum += rate
                byK += rate * inverse * gradient.k
                byM += rate * inverse * gradient.m
            }
            expansion.events.append(factor * sum)
            expansion.flat.append(2 * factor * byK)
            expansion.flat.append(2 * factor * byM)
            if isFree { expansion.flat.append(sum) }
        }
        return expansion
    }

    /// The variance of a bin with `events`: Poisson's and the systematic error of each bin.
    func variance(_ events: Double) -> Double {
        let systematic = settings.systematic * events
        return events + systematic * systematic
    }

    /// The information matrix that the parameters are expected to be known by.
    func information(_ expansion: Expansion) -> SymmetricMatrix {
        var information = SymmetricMatrix(order: start.count)
        for (events, row) in zip(expansion.events, expansion.derivatives) {
            information.addSquare(of: row, weight: 1 / variance(events))
        }
        return information
    }
}
