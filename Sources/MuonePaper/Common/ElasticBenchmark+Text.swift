import ElasticPhysics

extension ElasticBenchmark {
    /// For labels of their own, with the sign in math.
    package var longText: String { text.replacing("$(+)$", with: "($+$)").replacing("$(-)$", with: "($-$)") }

    /// For legends.
    package var text: String {
        switch name {
        case Self.np1.name: "NP1"
        case Self.np2Plus.name: "NP2$(+)$"
        case Self.np2Minus.name: "NP2$(-)$"
        default: name
        }
    }
}
