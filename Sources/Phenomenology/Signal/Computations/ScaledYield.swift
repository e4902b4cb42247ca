import Computing
import NumericalMethods

/// Events at another coupling than the one (`coupling`) that the cross section (fb) is for; nil where there is none.
package struct ScaledYield: Computation {
    package var luminosity: Double
    package var coupling: Double

    package init(luminosity: Double, coupling: Double) {
        self.luminosity = luminosity
        self.coupling = coupling
    }

    package func compute(_ input: (Estimate, Estimate?)) throws -> Estimate? {
        let (crossSection, target) = input
        guard let target else { return nil }
        let ratio = target / coupling
        return crossSection * (luminosity * ratio * ratio)
    }
}
