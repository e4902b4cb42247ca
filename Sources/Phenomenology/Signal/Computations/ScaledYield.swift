import Computing
import NumericalMethods

/// Events at several couplings, from the cross section (fb) at one.
package struct ScaledYield: Computation {
    package var luminosity: Double
    package var coupling: Double

    package init(luminosity: Double, coupling: Double) {
        self.luminosity = luminosity
        self.coupling = coupling
    }

    package func compute(_ input: (Estimate, [Estimate?])) throws -> [Estimate?] {
        let (crossSection, couplings) = input
        return couplings.map { target in
            guard let target else { return nil }
            let ratio = target / coupling
            return crossSection * (luminosity * ratio * ratio)
        }
    }
}
