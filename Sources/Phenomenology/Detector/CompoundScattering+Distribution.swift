import NumericalMethods

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension CompoundScattering.Layer {
    /// The sum of all scatters as it is by nature: in GeV, as a vector across the particle.
    package func sum(_ draws: inout RandomDraws) -> PlaneAngle {
        let hardest = hardest(draws.uniform(), draws.uniform(), aim: .nowhere, momentum: 1, core: 0)
        return PlaneAngle.polar(hardest.transfer, azimuth: hardest.azimuth)
            + others(harder: hardest.harder, &draws) + softWidth * draws.normalPair()
    }
}

extension CompoundScattering {
    /// The mean of J₀(bq) over the sum q of all scatters in a layer (m), b in 1/GeV, from the single scatters alone: the
    /// exponential of −∫ (1 − J₀(bq)) dn. What draws of ``Layer/sum(_:)`` have to reproduce.
    package func characteristicFunction(at wavenumber: Double, thickness: Double) throws -> Estimate {
        let scattering = table.scattering
        let scale = scattering.screening.squareRoot()
        let waves = 1 / wavenumber
        // In log q, with a panel for each e-fold, and beyond the first zeros of J₀ twenty for each.
        var points: [Double] = []
        var point = log(scale * 1e-4)
        while point < log(20.0) {
            points.append(point)
            point += exp(point) > waves ? 0.02 : 0.5
        }
        let exponent = try Quadrature.adaptive(splitAt: points, relativeTolerance: 1e-7) { logarithm in
            let transfer = exp(logarithm)
            let square = transfer * transfer
            let phase = wavenumber * transfer
            // Without cancellation at small phases.
            let missing =
                phase < 0.1 ? 0.25 * phase * phase * (1 - phase * phase / 16) : 1 - j0(phase)
            return 2 * square * scattering.density(square: square) * missing
        }
        return exponent.scaled(by: scattering.strength * thickness).mapped { exp(-$0) }
    }
}
