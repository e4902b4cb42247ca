extension Constraint {
    /// NA64's search with an electron beam for a boson that escapes, published for the mixing ε and recast to the loop-induced
    /// mixing on the mass shell.
    public static let na64Electron = na64Electron(treeLevelMixing: 0)

    /// The same with a kinetic mixing ε₀ beside that of the loops, through which the boson then also decays to electrons.
    /// The curve ends at 2 m_μ.
    public static func na64Electron(treeLevelMixing: Double) -> Constraint {
        let mixing = treeLevelMixing == 0 ? "\\Pi(m_{Z'}^2)" : "\\varepsilon_0+\\Pi(m_{Z'}^2)"
        return Constraint(
            name: "na64-electrons",
            label: "NA64$e$",
            process: "electron beam dump with missing energy, through \(mixingText(treeLevelMixing))",
            kind: .published,
            role: .limit,
            confidenceLevel: 0.90,
            sources: [.na64e2019],
            inputs: [
                Input("curve", "published for $\\varepsilon$, averaged in bins of mass"),
                Input("recast", "$|\(mixing)|\\sqrt{B(Z'\\to\\nu\\bar\\nu)}=\\varepsilon$"),
            ] + treeLevelInputs(treeLevelMixing),
            boundary: .invisibleMixing(InvisibleMixingBound(na64ElectronPoints, treeLevelMixing: treeLevelMixing)))
    }

    /// Mass (GeV) and mixing.
    private static let na64ElectronPoints = [
        LimitPoint(mass: 0.0012, coupling: 7.9e-6),
        LimitPoint(mass: 0.0021, coupling: 1.01e-5),
        LimitPoint(mass: 0.0035, coupling: 1.42e-5),
        LimitPoint(mass: 0.0056, coupling: 2.05e-5),
        LimitPoint(mass: 0.0090, coupling: 3.02e-5),
        LimitPoint(mass: 0.0153, coupling: 4.82e-5),
        LimitPoint(mass: 0.0250, coupling: 7.7e-5),
        LimitPoint(mass: 0.0395, coupling: 1.22e-4),
        LimitPoint(mass: 0.0657, coupling: 2.12e-4),
        LimitPoint(mass: 0.109, coupling: 3.87e-4),
        LimitPoint(mass: 0.181, coupling: 7.4e-4),
        LimitPoint(mass: 0.296, coupling: 1.49e-3),
        LimitPoint(mass: 0.479, coupling: 3.14e-3),
        LimitPoint(mass: 0.807, coupling: 7.5e-3),
    ]
}
