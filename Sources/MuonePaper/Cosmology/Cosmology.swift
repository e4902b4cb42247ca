import BosonPhysics
import BuildGraph
import CosmologyPhysics
import Limits
import Manuscript
import MuoneParameters
import NumericalMethods
import PaperKit
import Reference

/// What other subjects draw of the early universe.
package struct CosmologyResults: Sendable {
    /// The masses that ease the tension in the Hubble constant.
    package let hubbleBand: Node<MassBand>
    /// The targets of Dirac dark matter over the boson's mass.
    package let diracTarget: Node<[ThermalTarget]>
}

extension Section {
    /// The early universe: neutrinos that the boson heats, and thermal dark matter that couples to it. GeV.
    package static func cosmology(
        _ p: PaperParameters, _ catalogue: LimitCatalogue
    ) -> (section: Section, results: CosmologyResults) {
        let (particles, landscape) = (p.particles, p.landscape)
        let (temperature, ratio) = (landscape.decouplingTemperature, landscape.darkMatterRatio)
        let hotter = EffectiveNeutrinos.hotterTemperature
        let masses = LogarithmicGrid(lower: 1e-3, upper: 0.04, count: 129)

        // Neutrinos, at the temperature that is a parameter and at a hotter one.
        let excess = Node("cosmology/excess", NeutrinoExcess(temperature: temperature, masses: masses))
        let hotterExcess = Node("cosmology/excess-hotter", NeutrinoExcess(temperature: hotter, masses: masses))
        let hubbleBand = Node("cosmology/hubble-band", HubbleBand(temperature: temperature))
        let hotterHubbleBand = Node("cosmology/hubble-band-hotter", HubbleBand(temperature: hotter))
        // Our estimate of the line below which light elements exclude the boson.
        let line = Node(
            "cosmology/neff-line", ExcessMass(excess: CosmologyInputs.lineExcess, temperature: temperature))

        // Thermal dark matter over the boson's mass, and what bounds g′ whatever dark matter does.
        func target(_ kind: DarkMatterKind) -> Node<[ThermalTarget]> {
            Node(
                "cosmology/target-\(kind.rawValue)",
                ThermalTargetScan(particles: particles, kind: kind, ratio: ratio, mediatorMasses: landscape.masses))
        }
        let diracTarget = target(.dirac)
        let targets = DarkMatterKind.allCases.map { ($0, $0 == .dirac ? diracTarget : target($0)) }
        let limits = catalogue.drawn(onAnyOf: [.thermalTargets], in: "cosmology", over: landscape.masses)
        let excludedDirac = Node(
            "cosmology/excluded-dirac", MicrowaveBackgroundRange(particles: particles, ratio: ratio))

        // At single points.
        func point(_ name: String, _ kind: DarkMatterKind, mass: Double) -> Node<ThermalTarget> {
            Node(
                "cosmology/\(name)",
                ThermalTargetPoint(particles: particles, kind: kind, ratio: ratio, mediatorMass: mass))
        }
        let examples = DarkMatterKind.allCases.map { kind in
            let example = point("example-\(kind.rawValue)", kind, mass: landscape.exampleMass)
            return (
                kind, example,
                Node(
                    "cosmology/boltzmann-\(kind.rawValue)",
                    BoltzmannAbundance(particles: particles, kind: kind, ratio: ratio), from: example)
            )
        }
        let diracAboveMuon = point("dirac-above-muon", .dirac, mass: 2 * particles.muonMass * ratio)
        // The closed form with a constant cross section.
        func closedForm(_ name: String, mass: Double, ratio: Double) -> Node<Estimate> {
            Node(
                "cosmology/\(name)",
                ConstantCrossSectionCoupling(
                    particles: particles, ratio: ratio, mediatorMass: mass,
                    crossSection: ThermalCoupling.crossSection))
        }
        let closed = closedForm("closed-form", mass: landscape.exampleMass, ratio: ratio)
        let closedAtPublished = closedForm(
            "closed-form-published", mass: CosmologyInputs.publishedTarget.mass,
            ratio: CosmologyInputs.publishedRatio)
        // A particle that is its own antiparticle, with the abundance of Steigman2012, and with today's.
        func relic(_ name: String, mass: Double, _ abundance: Double) -> Node<SelfConjugateRelic.CrossSections> {
            Node(
                "cosmology/self-conjugate-\(name)",
                SelfConjugateRelic(particles: particles, mass: mass, abundance: abundance))
        }
        let (light, abundance) = (CosmologyInputs.lightRelicMass, RelicInputs.abundanceSteigman2012)
        let lightRelic = relic("light", mass: light, abundance)
        let lightRelicToday = relic("light-today", mass: light, RelicInputs.standard.abundance)
        let heavyRelics = [10.0, 20, 100, 1000].map { ($0, relic("\(Int($0))GeV", mass: $0, abundance)) }

        return (
            Section("cosmology") {
                Figure.effectiveNeutrinos(excess, hotter: hotterExcess, p)
                Figure.thermalTargets(targets, limits, p)
                Quantity.neutrinos(line: line, hubbleBand, hotter: hotterHubbleBand)
                for (kind, target, abundance) in examples { Quantity.example(kind, target, abundance) }
                Quantity.closedForms(closed, atPublished: closedAtPublished)
                Quantity.selfConjugate(lightRelic, today: lightRelicToday)
                Quantity.excludedDirac(excludedDirac)
                Claim.neutrinos(line: line, hubbleBand, hotter: hotterHubbleBand, p)
                Claim.relics(light: (light, lightRelic), heavy: heavyRelics)
                Claim.diracTarget(closedForm: closedAtPublished, aboveMuon: diracAboveMuon)
                inputs(p)
                Passage.captions(
                    "caption/cosmology", of: catalogue.declarations(on: .thermalTargets, in: "cosmology"))
            }, CosmologyResults(hubbleBand: hubbleBand, diracTarget: diracTarget)
        )
    }

    /// Published numbers that the text names, and what follows from the parameters.
    private static func inputs(_ p: PaperParameters) -> [Input] {
        let hubble = EffectiveNeutrinos.hubbleExcess
        let relic = RelicInputs.standard
        let example = p.landscape.exampleMass
        return [
            Input(
                "input/cosmology/hotter-temperature", EffectiveNeutrinos.hotterTemperature, in: .megaElectronVolt),
            Input("input/cosmology/published-line", EffectiveNeutrinos.publishedMassBound, in: .megaElectronVolt),
            Input("input/cosmology/line-excess", CosmologyInputs.lineExcess),
            Input("input/cosmology/hubble-excess-min", hubble.lowerBound),
            Input("input/cosmology/hubble-excess-max", hubble.upperBound),
            Input("input/cosmology/abundance", relic.abundance),
            Input("input/cosmology/abundance-steigman", RelicInputs.abundanceSteigman2012),
            Input("input/cosmology/annihilation-bound", relic.annihilationBound),
            Input("input/cosmology/muon-efficiency", relic.muonEfficiency),
            Input("input/cosmology/canonical", ThermalCoupling.crossSection),
            Input("input/cosmology/example-mass", example, in: .megaElectronVolt),
            Input(
                "input/cosmology/example-dark-matter", example / p.landscape.darkMatterRatio, in: .megaElectronVolt),
            Input(
                "input/cosmology/published-target-mass", CosmologyInputs.publishedTarget.mass, in: .megaElectronVolt),
            Input("input/cosmology/published-target", CosmologyInputs.publishedTarget.coupling),
        ]
    }
}

/// What is chosen and what is published. GeV.
enum CosmologyInputs {
    /// ΔN_eff that the published line of light elements corresponds to.
    static let lineExcess = 0.7
    /// The g_χ for which limits on g′ are shown in terms of y.
    static let darkCouplings = [1, 0.05]
    /// A published point of the Dirac target with g_χ = g′ and m_Z′ = 3m_χ (Krnjaic2020), its local average.
    static let publishedTarget = Benchmark(mass: 0.00207, coupling: 5.65e-4)
    /// What others published is for their ratio of masses, whatever ours is.
    static let publishedRatio = 3.0
    /// Of a particle that is its own antiparticle.
    static let lightRelicMass = 0.3
}
