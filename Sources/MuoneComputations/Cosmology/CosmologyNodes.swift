import BuildGraph
import NumericalMethods
import Phenomenology

/// What the early universe says of the boson, and of dark matter that couples to it. GeV.
public struct CosmologyNodes: Sendable {
    public let parameters: PaperParameters

    // Neutrinos.
    /// ΔN_eff over the mass, at the temperature that is a parameter and at the hotter one.
    public let excess: Node<Curve>
    public let hotterExcess: Node<Curve>
    /// The masses that ease the tension in the Hubble constant, at both temperatures.
    public let hubbleBand: Node<MassBand>
    public let hotterHubbleBand: Node<MassBand>
    /// The mass of ΔN_eff = 0.7: our estimate of the line below which light elements exclude the boson.
    public let neffLine: Node<Estimate>
    /// That line as published, for a figure to draw: GeV, whatever the coupling.
    public static let publishedNeffLine = EffectiveNeutrinos.publishedMassBound
    /// ΔN_eff that the published line corresponds to.
    public static let lineExcess = 0.7

    // Thermal dark matter, m_Z′ = `landscape.darkMatterRatio` m_χ.
    public let targets: [(kind: DarkMatterKind, curve: Node<[ThermalTarget]>)]
    public static let darkCouplings = [1, 0.05]

    public init(_ parameters: PaperParameters) {
        self.parameters = parameters
        let landscape = parameters.landscape
        let temperature = landscape.decouplingTemperature
        let hotter = EffectiveNeutrinos.hotterTemperature
        let masses = LogarithmicGrid(lower: 1e-3, upper: 0.03, count: 121)
        excess = Node("cosmology/excess", NeutrinoExcess(temperature: temperature, masses: masses))
        hotterExcess = Node("cosmology/excess-hotter", NeutrinoExcess(temperature: hotter, masses: masses))
        hubbleBand = Node("cosmology/hubble-band", HubbleBand(temperature: temperature))
        hotterHubbleBand = Node("cosmology/hubble-band-hotter", HubbleBand(temperature: hotter))
        neffLine = Node("cosmology/neff-line", ExcessMass(excess: Self.lineExcess, temperature: temperature))
        targets = DarkMatterKind.allCases.map { kind in
            (
                kind,
                Node(
                    "cosmology/target-\(kind.rawValue)",
                    ThermalTargetScan(
                        particles: parameters.particles, kind: kind, ratio: landscape.darkMatterRatio,
                        mediatorMasses: landscape.masses))
            )
        }
    }

    /// The targets of one kind over the boson's mass: `segments(darkCoupling: nil)` for g_χ = g′.
    public func targets(of kind: DarkMatterKind) -> Node<[ThermalTarget]>? {
        targets.first { $0.kind == kind }?.curve
    }
}
