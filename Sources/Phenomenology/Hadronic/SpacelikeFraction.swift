/// The variable x of the spacelike integral for a_μ^HLO and the momentum transfer that belongs to it,
///
///     t(x) = −x² m_μ²/(1−x),   0 ≤ x < 1.
///
/// Dev2020 prints it (eq. 2.3) without the minus sign.
public enum SpacelikeFraction {
    /// t(x) in GeV²; negative infinity at x = 1.
    public static func momentumTransfer(x: Double, muonMass: Double) -> Double {
        -x * x * muonMass * muonMass / (1 - x)
    }

    /// The x of a momentum transfer `q2` ≤ 0 (GeV²): the inverse, without cancellation at either end.
    /// - Throws: ``RunningError/invalidMomentum(_:)`` for a positive one.
    public static func x(q2: Double, muonMass: Double) throws(RunningError) -> Double {
        guard q2 <= 0, q2.isFinite else { throw .invalidMomentum(q2) }
        guard q2 < 0 else { return 0 }
        return 2 / (1 + (1 - 4 * muonMass * muonMass / q2).squareRoot())
    }

    /// The x of an electron of kinetic energy `recoil` (GeV, ≥ 0), t = −2 m_e T.
    /// - Throws: ``RunningError/invalidMomentum(_:)`` for a negative one.
    public static func x(recoil: Double, electronMass: Double, muonMass: Double) throws(RunningError) -> Double {
        try x(q2: -2 * electronMass * recoil, muonMass: muonMass)
    }
}
