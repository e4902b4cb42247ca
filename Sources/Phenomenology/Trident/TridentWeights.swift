import NumericalMethods
import Reference

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The trident cross section per unit of squared coupling, differential in ln Q², at the nodes of one integration rule.
///
/// σ = Σ_i [C_V(Q_i²)² vector_i + C_A² axial_i], where C_V(Q²) carries the boson's propagator: the mass and the
/// coupling enter only in the sum, so that a whole curve costs one table.
struct TridentWeights: Sendable {
    /// Q² in GeV².
    let virtualities: [Double]
    /// GeV⁻².
    let vector: [Double]
    /// GeV⁻².
    let axial: [Double]

    /// Below this Q² (GeV²) the integrand, which falls like Q² or faster per unit of ln Q², is left out.
    static let smallestVirtuality = 1e-16

    /// - Parameter order: of the Gauss–Legendre rule in each panel of ln Q² and of the dimuon's rapidity.
    init(experiment: TridentExperiment, inputs: ParticleInputs, order: Int) {
        // (ħc)² in GeV² fm²: one millibarn is a tenth of a square femtometre.
        let hbarc = (0.1 * inputs.conversionConstant).squareRoot()
        let flux = PhotonFlux(
            neutrinoEnergy: experiment.neutrinoEnergy, massNumber: experiment.massNumber, hbarc: hbarc)
        let massSquared = inputs.muonMass * inputs.muonMass
        let largest = flux.largestEnergySquared - 4 * massSquared
        let alpha = inputs.fineStructure
        let charge = Double(experiment.nuclearCharge)
        // Flux (Z²α/π), amplitude (G_F²/2)(4πα), and 1/2s, dW²/2π, dQ²/8πs, 1/16π of the phase space.
        let amplitude = 0.5 * inputs.fermiConstant * inputs.fermiConstant * 4 * Double.pi * alpha
        let phaseSpace = 1 / (512 * Double.pi * Double.pi * Double.pi)
        let prefactor = charge * charge * alpha / Double.pi * amplitude * phaseSpace

        let rule = GaussLegendre.rule(order: order)
        var virtualities: [Double] = []
        var vector: [Double] = []
        var axial: [Double] = []
        let start = log(Self.smallestVirtuality)
        // Below the dimuon's threshold there is nothing: an energy too low leaves empty sums.
        let end = largest > Self.smallestVirtuality ? log(largest) : start
        let panels = Self.count(((end - start) / 2.5).rounded(.up))
        for panel in 0..<panels {
            let width = (end - start) / Double(panels)
            let centre = start + (Double(panel) + 0.5) * width
            for (node, weight) in zip(rule.nodes, rule.weights) {
                let virtuality = exp(centre + 0.5 * width * node)
                let density = Self.density(
                    virtuality: virtuality, largest: largest, muonMassSquared: massSquared, flux: flux, rule: rule)
                let measure = 0.5 * width * weight * virtuality * prefactor
                virtualities.append(virtuality)
                vector.append(measure * density.vector)
                axial.append(measure * density.axial)
            }
        }
        self.virtualities = virtualities
        self.vector = vector
        self.axial = axial
    }

    /// Of neutrinos up to ``NeutrinoTrident/largestEnergy`` there are far fewer.
    private static func count(_ panels: Double) -> Int { Int(saturating: min(panels, 10_000)) }

    /// dσ/dQ² up to the prefactor: the integral over the dimuon mass W = 2 m cosh η, with β = tanh η and L = 2η.
    private static func density(
        virtuality: Double, largest: Double, muonMassSquared: Double, flux: PhotonFlux, rule: GaussLegendre
    ) -> (vector: Double, axial: Double) {
        let threshold = 4 * muonMassSquared
        let end = acosh((1 + max(0, largest - virtuality) / threshold).squareRoot())
        guard end > 0 else { return (0, 0) }
        let panels = count((end / 0.75).rounded(.up))
        let width = end / Double(panels)
        var vector = 0.0
        var axial = 0.0
        for panel in 0..<panels {
            let centre = (Double(panel) + 0.5) * width
            for (node, weight) in zip(rule.nodes, rule.weights) {
                let eta = centre + 0.5 * width * node
                let hyperbolicCosine = cosh(eta)
                let hyperbolicSine = sinh(eta)
                let massSquared = threshold * hyperbolicCosine * hyperbolicCosine
                let total = massSquared + virtuality
                let tensor = DimuonTensor(
                    delta: virtuality / massSquared, velocity: hyperbolicSine / hyperbolicCosine,
                    logarithm: 2 * eta)
                let (zeroth, first, second) = flux.moments(above: total)
                // L_{αβ}H^{αβ} = −8Q²A₁ + 4 s(s−u)A₂, over s² and with the flux.
                let metric = -8 * virtuality * second
                let photon = 16 * (zeroth - total * first) / massSquared
                let measure = weight * 2 * threshold * hyperbolicCosine * hyperbolicSine
                vector += measure * (metric * tensor.vector.metric + photon * tensor.vector.photon)
                axial += measure * (metric * tensor.axial.metric + photon * tensor.axial.photon)
            }
        }
        return (0.5 * width * vector, 0.5 * width * axial)
    }
}
