import BosonPhysics
import BuildGraph
import CosmologyPhysics
import LimitModel
import Limits
import MuoneParameters
import NumericalMethods
import Reference

/// What the early universe says of the boson, and of dark matter that couples to it. GeV.
package struct CosmologyNodes: Sendable {
    package let parameters: PaperParameters

    // Neutrinos.
    /// ΔN_eff over the mass, at the temperature that is a parameter and at the hotter one.
    package let excess: Node<Curve>
    package let hotterExcess: Node<Curve>
    /// The masses that ease the tension in the Hubble constant, at both temperatures.
    package let hubbleBand: Node<MassBand>
    package let hotterHubbleBand: Node<MassBand>
    /// The mass of ΔN_eff = 0.7: our estimate of the line below which light elements exclude the boson.
    package let neffLine: Node<Estimate>
    /// That line as published, for a figure to draw: GeV, whatever the coupling.
    package static let publishedNeffLine = EffectiveNeutrinos.publishedMassBound
    /// ΔN_eff that the published line corresponds to.
    package static let lineExcess = 0.7

    // Thermal dark matter, m_Z′ = `landscape.darkMatterRatio` m_χ.
    package let targets: [(kind: DarkMatterKind, curve: Node<[ThermalTarget]>)]
    /// That of Dirac particles: one of ``targets``.
    package let diracTarget: Node<[ThermalTarget]>
    /// The g_χ for which limits on g′ are shown in terms of y.
    package static let darkCouplings = [1, 0.05]
    /// What bounds g′ whatever dark matter does: a limit and a projection.
    package let limits: Node<[DrawnLimit]>
    package let declarations: Node<[LimitDeclaration]>
    /// The m_χ of Dirac targets that the microwave background excludes; nil where none is.
    package let excludedDirac: Node<MassBand?>

    // At single points.
    /// m_Z′ of ``examples``.
    package static let exampleMass = LandscapeParameters.exampleMass
    /// The targets of each kind at ``exampleMass``.
    package let examples: [(kind: DarkMatterKind, target: Node<ThermalTarget>)]
    /// Ωh² of ``examples`` by the Boltzmann equation.
    package let boltzmann: [Node<Estimate>]
    /// g′ = g_χ of a Dirac target by the closed form with a constant ``canonicalCrossSection``, at ``exampleMass``.
    package let closedForm: Node<Estimate>
    /// The same at the mass of a published point of the thermal target.
    package let closedFormAtPublished: Node<Estimate>
    /// σv (cm³ s⁻¹) that is often taken for Dirac particles of any mass.
    package static let canonicalCrossSection = 4.4e-26
    /// A published point of the Dirac target with g_χ = g′ and m_Z′ = 3m_χ (Krnjaic2020), its local average.
    package static let publishedTarget = Benchmark(mass: 0.00207, coupling: 5.65e-4)
    /// A particle that is its own antiparticle, at ``lightRelicMass`` and at heavy masses (GeV), with the abundance of
    /// Steigman2012; the light one with today's as well.
    package let lightRelic: Node<SelfConjugateRelic.CrossSections>
    package let heavyRelics: [(mass: Double, node: Node<SelfConjugateRelic.CrossSections>)]
    package let lightRelicToday: Node<SelfConjugateRelic.CrossSections>
    package static let lightRelicMass = 0.3
    /// The Dirac target at twice the muon's mass.
    package let diracAboveMuon: Node<ThermalTarget>

    package init(_ parameters: PaperParameters, _ catalogue: LimitCatalogue) {
        self.parameters = parameters
        let landscape = parameters.landscape
        let temperature = landscape.decouplingTemperature
        let hotter = EffectiveNeutrinos.hotterTemperature
        let masses = LogarithmicGrid(lower: 1e-3, upper: 0.04, count: 129)
        excess = Node("cosmology/excess", NeutrinoExcess(temperature: temperature, masses: masses))
        hotterExcess = Node("cosmology/excess-hotter", NeutrinoExcess(temperature: hotter, masses: masses))
        hubbleBand = Node("cosmology/hubble-band", HubbleBand(temperature: temperature))
        hotterHubbleBand = Node("cosmology/hubble-band-hotter", HubbleBand(temperature: hotter))
        neffLine = Node("cosmology/neff-line", ExcessMass(excess: Self.lineExcess, temperature: temperature))
        let dirac = Self.targets(of: .dirac, parameters)
        diracTarget = dirac
        targets = DarkMatterKind.allCases.map { ($0, $0 == .dirac ? dirac : Self.targets(of: $0, parameters)) }
        limits = catalogue.drawn(onAnyOf: [.thermalTargets], in: "cosmology", over: landscape.masses)
        declarations = catalogue.declarations(on: .thermalTargets, in: "cosmology")
        func target(_ name: String, _ kind: DarkMatterKind, mass: Double, ratio: Double) -> Node<ThermalTarget> {
            Node(
                "cosmology/\(name)",
                ThermalTargetPoint(particles: parameters.particles, kind: kind, ratio: ratio, mediatorMass: mass))
        }
        let examples = DarkMatterKind.allCases.map { kind in
            (
                kind,
                target("example-\(kind.rawValue)", kind, mass: Self.exampleMass, ratio: landscape.darkMatterRatio)
            )
        }
        self.examples = examples
        boltzmann = examples.map { kind, example in
            Node(
                "cosmology/boltzmann-\(kind.rawValue)",
                BoltzmannAbundance(particles: parameters.particles, kind: kind, ratio: landscape.darkMatterRatio),
                from: example)
        }
        func constant(_ name: String, _ mass: Double, _ ratio: Double) -> Node<Estimate> {
            Node(
                "cosmology/\(name)",
                ConstantCrossSectionCoupling(
                    particles: parameters.particles, ratio: ratio, mediatorMass: mass,
                    crossSection: Self.canonicalCrossSection))
        }
        closedForm = constant("closed-form", Self.exampleMass, landscape.darkMatterRatio)
        // What others published is for their ratio of masses, whatever ours is.
        let published = 3.0
        closedFormAtPublished = constant("closed-form-published", Self.publishedTarget.mass, published)
        func relic(_ name: String, _ mass: Double, _ abundance: Double) -> Node<SelfConjugateRelic.CrossSections> {
            Node(
                "cosmology/self-conjugate-\(name)",
                SelfConjugateRelic(particles: parameters.particles, mass: mass, abundance: abundance))
        }
        lightRelic = relic("light", Self.lightRelicMass, RelicInputs.abundanceSteigman2012)
        heavyRelics = [10, 20, 100, 1000].map { mass in
            (mass, relic("\(Int(mass))GeV", mass, RelicInputs.abundanceSteigman2012))
        }
        lightRelicToday = relic("light-today", Self.lightRelicMass, RelicInputs.standard.abundance)
        diracAboveMuon = target(
            "dirac-above-muon", .dirac, mass: 2 * parameters.particles.muonMass * landscape.darkMatterRatio,
            ratio: landscape.darkMatterRatio)
        excludedDirac = Node(
            "cosmology/excluded-dirac",
            MicrowaveBackgroundRange(particles: parameters.particles, ratio: landscape.darkMatterRatio))
    }

    /// The targets of one kind over the boson's mass: `segments(darkCoupling: nil)` for g_χ = g′.
    private static func targets(of kind: DarkMatterKind, _ parameters: PaperParameters) -> Node<[ThermalTarget]> {
        Node(
            "cosmology/target-\(kind.rawValue)",
            ThermalTargetScan(
                particles: parameters.particles, kind: kind, ratio: parameters.landscape.darkMatterRatio,
                mediatorMasses: parameters.landscape.masses))
    }
}
